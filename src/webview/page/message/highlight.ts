import type { HighlightResult, HLJSApi } from 'highlight.js';
import core from 'highlight.js/lib/core';
import { aliases, languages } from './languages';

/** A piece of code of one kind; of no kind where the language says nothing of it. */
export interface Token {
  readonly text: string;
  readonly look?: TokenLook;
}

/** What themes have a colour for. */
export type TokenLook =
  | 'keyword'
  | 'string'
  | 'number'
  | 'comment'
  | 'type'
  | 'function'
  | 'property'
  | 'constant'
  | 'added'
  | 'removed';

/** More at once would be felt. */
const maxLength = 20_000;

let library: HLJSApi | undefined;

/** In the words of the language, or as one piece where that is unknown or there is too much. */
export function highlight(code: string, language: string | undefined): readonly Token[] {
  const known = language !== undefined && code.length <= maxLength ? languageOf(language) : undefined;
  if (known === undefined) return [{ text: code }];
  const { _emitter: emitter, errorRaised } = loaded().highlight(code, {
    language: known,
    ignoreIllegals: true,
  });
  return emitter instanceof Tokens && errorRaised === undefined ? emitter.tokens : [{ text: code }];
}

/** What the library calls it. */
export function languageOf(name: string): string | undefined {
  const lower = name.toLowerCase();
  const own = Object.hasOwn(aliases, lower) ? aliases[lower] : undefined;
  const known = own ?? lower;
  return loaded().getLanguage(known) ? known : undefined;
}

/** Made when the first code is shown. */
function loaded(): HLJSApi {
  if (library) return library;
  library = core.newInstance();
  library.configure({ __emitter: Tokens });
  for (const [name, language] of Object.entries(languages)) library.registerLanguage(name, language);
  return library;
}

/** Takes in what the library finds, in place of the HTML that it would write. */
class Tokens implements Emitter {
  readonly tokens: Token[] = [];
  private readonly scopes: string[] = [];

  addText(text: string): void {
    const look = this.scopes.map(lookOf).findLast((one) => one !== undefined);
    const last = this.tokens.at(-1);
    if (text === '') return;
    if (last && last.look === look) this.tokens.splice(-1, 1, { ...last, text: last.text + text });
    else this.tokens.push({ text, ...(look && { look }) });
  }

  startScope(name: string): void {
    this.scopes.push(name);
  }

  endScope(): void {
    this.scopes.pop();
  }

  /** The library calls these two as well, which its typings leave out. */
  openNode(name: string): void {
    this.startScope(name);
  }

  closeNode(): void {
    this.endScope();
  }

  __addSublanguage(other: Emitter, _name: string): void {
    if (other instanceof Tokens) this.tokens.push(...other.tokens);
  }

  finalize(): void {
    this.scopes.splice(0);
  }

  toHTML(): string {
    return '';
  }
}

type Emitter = HighlightResult['_emitter'];

/** `title.function` is a `function` before it is a `title`. */
function lookOf(scope: string): TokenLook | undefined {
  const parts = scope.split('.').map((part) => part.replace(/_+$/, ''));
  const known = parts.findLast((part) => Object.hasOwn(looks, part));
  return known === undefined ? undefined : looks[known];
}

const looks: Readonly<Record<string, TokenLook>> = {
  addition: 'added',
  attr: 'property',
  attribute: 'property',
  built_in: 'type',
  bullet: 'keyword',
  class: 'type',
  code: 'string',
  comment: 'comment',
  constant: 'constant',
  deletion: 'removed',
  doctag: 'keyword',
  function: 'function',
  keyword: 'keyword',
  link: 'string',
  literal: 'constant',
  meta: 'comment',
  name: 'keyword',
  number: 'number',
  property: 'property',
  quote: 'comment',
  regexp: 'string',
  section: 'function',
  string: 'string',
  symbol: 'constant',
  tag: 'property',
  title: 'function',
  type: 'type',
  variable: 'property',
};
