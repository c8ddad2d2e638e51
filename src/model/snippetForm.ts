import type { OutgoingAttachment } from '../api/endpoints/chat/attachment';
import {
  commentOf,
  excessOf,
  firstLines,
  headerText,
  joined,
  lineCount,
  longestThat,
  snippetText,
  wordsText,
  type Piece,
  type Snippet,
  type SnippetKind,
} from './snippet';
import { fenced } from './snippetCode';
import { snippetFile, type SnippetFile } from './snippetFile';
import { labelOf } from './snippetHeader';

/** `code`: in the text of the message. */
export const snippetForms = ['code', 'attachment', 'file'] as const;
export type SnippetForm = (typeof snippetForms)[number];

/** What a person may ask for once and for all; `auto` goes by what it is and how long it is. */
export type ShareAs = 'auto' | SnippetForm;

/** What stands in the settings; anything else counts as `auto`. */
export function shareAs(value: string): ShareAs {
  return snippetForms.find((form) => form === value) ?? 'auto';
}

export interface FormRules {
  /** Of a text, in the server's count. */
  readonly limit: number;
  readonly setting: ShareAs;
}

export interface FormWords {
  /** As in `FormRules`: what stands above a file keeps to it. */
  readonly limit: number;
  /** How a file's first lines are called: `first 10 of 240 lines`. */
  readonly firstLines: (shown: number, total: number) => string;
}

/** Ready to leave. */
export interface Formed {
  readonly form: SnippetForm;
  /** Names it among others, for people. */
  readonly name: string;
  /** May be empty beside attachments. */
  readonly text: string;
  readonly attachments: readonly OutgoingAttachment[];
  readonly file?: SnippetFile;
  /** What its code was taken from; of several attachments each holds one of them. */
  readonly pieces: readonly Piece[];
}

/** Which form it takes unless the person says otherwise. A link is a line of text, whatever is set. */
export function snippetForm(snippet: Snippet, { limit, setting }: FormRules): SnippetForm {
  if (snippet.kind === 'link') return 'code';
  if (setting !== 'auto') return setting;
  const usual = isMarked(snippet.kind) ? 'attachment' : 'code';
  return fits(snippet, usual, limit) ? usual : 'file';
}

export function formed(snippet: Snippet, form: SnippetForm, words: FormWords): Formed {
  const { path, title = '', pieces } = snippet;
  const same = { form, name: path === '' ? title : labelOf(path), pieces };
  switch (form) {
    case 'code':
      return { ...same, text: snippetText(snippet), attachments: [] };
    case 'attachment':
      return { ...same, text: commentOf(snippet), attachments: attachmentsOf(snippet) };
    case 'file':
      return { ...same, text: beginning(snippet, words), attachments: [], file: snippetFile(snippet) };
  }
}

/** By how many characters its longest text is too long; 0 if everything fits. */
export function excessIn({ text, attachments }: Formed, limit: number): number {
  const texts = [text, ...attachments.map((attachment) => attachment.text ?? '')];
  return Math.max(...texts.map((one) => excessOf(one, limit)));
}

/** As many lines from the beginning as fit in that form, or undefined where none do. */
export function cutForm(snippet: Snippet, form: SnippetForm, limit: number): Snippet | undefined {
  return longestThat(snippet, (part) => fits(part, form, limit));
}

/** A diff wears Rocket.Chat's blue; code has no colour, so that the theme decides. */
const colors: Readonly<Partial<Record<SnippetKind, string>>> = {
  error: 'danger',
  warning: 'warning',
  note: '#1d74f5',
  diff: '#1d74f5',
};

const shownOfFile = 10;

function isMarked(kind: SnippetKind): boolean {
  return colors[kind] !== undefined;
}

function fits(snippet: Snippet, form: SnippetForm, limit: number): boolean {
  return excessIn(formed(snippet, form, { limit, firstLines: () => '' }), limit) === 0;
}

function attachmentsOf(snippet: Snippet): OutgoingAttachment[] {
  const { pieces } = snippet;
  if (pieces.length === 0) return [attachmentOf(snippet, undefined)];
  return pieces.map((piece, index) =>
    attachmentOf(index === 0 ? snippet : { ...snippet, notes: [], words: [] }, piece),
  );
}

function attachmentOf(snippet: Snippet, piece: Piece | undefined): OutgoingAttachment {
  const { kind, language, linkTo } = snippet;
  const title = titleText(snippet, piece);
  const link = piece?.lines && linkTo(piece.lines);
  const color = colors[kind];
  return {
    ...(color !== undefined && { color }),
    ...(title !== '' && { title }),
    ...(link !== undefined && { title_link: link }),
    text: joined([wordsText(snippet), piece ? fenced(piece.code, language) : '']),
  };
}

/** The header without any markup, which a title does not read. */
function titleText({ path, title = '', notes }: Snippet, piece: Piece | undefined): string {
  const label = path === '' ? title : labelOf(path, piece?.isWhole ? undefined : piece?.lines);
  return [...(label === '' ? [] : [label]), ...notes.map((note) => `(${note})`)].join(' ');
}

/** What stands in the message above a file: some lines of it, never all of them once more. */
function beginning(snippet: Snippet, words: FormWords): string {
  const total = lineCount(snippet);
  if (total <= shownOfFile) return nameOf(snippet);
  const texts = Array.from({ length: shownOfFile }, (_, at) => firstText(snippet, shownOfFile - at, words));
  return texts.find((text) => excessOf(text, words.limit) === 0) ?? nameOf(snippet);
}

function firstText(snippet: Snippet, shown: number, { firstLines: noteOn }: FormWords): string {
  const notes = [...snippet.notes, noteOn(shown, lineCount(snippet))];
  return snippetText({ ...firstLines(snippet, shown), notes });
}

/** Of code also what is said of it. */
function nameOf(snippet: Snippet): string {
  const [first] = snippet.pieces;
  return joined([commentOf(snippet), headerText(snippet, first), first ? wordsText(snippet) : '']);
}
