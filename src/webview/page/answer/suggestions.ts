import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CompletionView } from '../../protocol/conversation';
import type { EmojiIndex } from '../shared/emoji';
import { type Trigger, triggerAt } from './completion';
import type { After } from './tellers';

export interface Suggestion extends CompletionView {
  /** A standard emoji itself. */
  readonly glyph?: string;
}

export interface Sources {
  readonly after: After;
  readonly emoji: () => EmojiIndex;
  readonly ask: (request: number, kind: 'person' | 'room' | 'command', query: string) => void;
}

/** How long after a key the host is asked: who types on does not want an answer to each letter. */
const restMs = 80;
const most = 20;

/** What may take the place of what is being typed. The latest question wins; an answer may come in parts. */
export class Suggestions implements ReactiveController {
  items: readonly Suggestion[] = [];
  active = 0;
  trigger: Trigger | undefined;
  private request = 0;
  private cancel: (() => void) | undefined;
  /** Where the list was closed by Escape: it stays closed for this word. */
  private closedAt: number | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly sources: Sources,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  get isOpen(): boolean {
    return this.trigger !== undefined && this.items.length > 0;
  }

  get chosen(): Suggestion | undefined {
    return this.items[this.active];
  }

  /** What is typed is the first of them to the letter, and no other was chosen: there is nothing to take. */
  isTyped(text: string): boolean {
    const { trigger, active, items } = this;
    return trigger !== undefined && active === 0 && text.slice(trigger.from, trigger.to) === items[0]?.insert;
  }

  /** After each key that changed the text. */
  look(text: string, caret: number): void {
    const trigger = triggerAt(text, caret);
    if (trigger?.from !== this.closedAt) this.closedAt = undefined;
    if (!trigger || this.closedAt !== undefined) this.close();
    else this.find(trigger);
  }

  /** After the caret moved without a change: a list may end, but none begins. */
  lookAgain(text: string, caret: number): void {
    const trigger = triggerAt(text, caret);
    if (this.trigger && (trigger?.from !== this.trigger.from || trigger.query !== this.trigger.query))
      this.close();
  }

  take(request: number, items: readonly CompletionView[]): void {
    if (request === this.request && this.trigger) this.show(items);
  }

  move(by: number): void {
    this.choose((this.active + by + this.items.length) % this.items.length);
  }

  choose(index: number): void {
    this.active = index;
    this.host.requestUpdate();
  }

  dismiss(): void {
    this.closedAt = this.trigger?.from;
    this.close();
  }

  close(): void {
    this.cancel?.();
    this.request += 1;
    this.trigger = undefined;
    this.items = [];
    this.host.requestUpdate();
  }

  private find(trigger: Trigger): void {
    const { kind, query, from } = trigger;
    const isSame = kind === this.trigger?.kind && from === this.trigger.from;
    this.cancel?.();
    this.trigger = trigger;
    // What was found for fewer letters serves until the answer comes, as far as it still fits.
    this.show(isSame ? this.items.filter((item) => fits(item, query)) : []);
    const request = ++this.request;
    if (kind === 'emoji') this.show(emojiLike(query, this.sources.emoji()));
    else this.cancel = this.sources.after(restMs, () => this.sources.ask(request, kind, query));
  }

  /** The one that was chosen stays so when more come. */
  private show(items: readonly Suggestion[]): void {
    const chosen = this.active > 0 ? this.chosen?.insert : undefined;
    this.items = items.slice(0, most);
    this.active = Math.max(
      0,
      this.items.findIndex(({ insert }) => insert === chosen),
    );
    this.host.requestUpdate();
  }
}

function fits({ insert, label, detail }: Suggestion, query: string): boolean {
  return `${insert} ${label} ${detail ?? ''}`.toLowerCase().includes(query.toLowerCase());
}

function emojiLike(query: string, emoji: EmojiIndex): Suggestion[] {
  return emoji.search(query, most).map(({ names, unicode, image }) => {
    const name = `:${names[0] ?? query}:`;
    return { insert: name, label: name, glyph: unicode, image };
  });
}
