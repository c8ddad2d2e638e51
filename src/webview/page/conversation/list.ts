import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { MessagesView } from '../../protocol/conversation';
import type { MessageView } from '../../protocol/message';
import type { PageContext } from '../shared/context';
import { loadingRow } from './faces';
import { flash } from './flash';
import type { Jumping, Jumps } from './jumps';
import { JumpState } from './jumpState';
import type { Labels } from './labels';
import type { Row } from './layout';
import { itemOf, ListKeys } from './listKeys';
import { Paging } from './paging';
import { Roving } from './roving';
import { listRow } from './rows';
import type { Anchor } from './savedState';
import { idOf, messageIn, Scrolling } from './scrolling';
import './jumps';

/** Where reading begins. */
export type Beginning = 'unread' | 'end' | Anchor;

/** What is listed. */
export interface Listing {
  readonly view: MessagesView;
  readonly rows: readonly Row[];
  readonly messages: readonly MessageView[];
  readonly title: string;
  readonly labels: Labels;
  /** Where a place is opened, or other messages of it. */
  readonly beginning?: Beginning;
  /** What was added at the end since the listing before. */
  readonly arrivals: readonly MessageView[];
}

interface Parts {
  readonly list: HTMLElement;
  readonly viewport: HTMLElement;
  readonly jumps: Jumps;
  readonly scrolling: Scrolling;
  readonly roving: Roving;
  readonly paging: Paging;
}

/**
 * The messages of a place, drawn so that eyes and keys stay where they are. Fires `moved` when something else may be
 * on screen, `latest` when one wants to the end and it is not here, and `pick-reaction`.
 */
export class MessageList extends LitElement {
  static override readonly properties = { context: { attribute: false }, listing: { attribute: false } };

  declare context: PageContext;
  declare listing: Listing;

  private readonly jumpState = new JumpState();
  private readonly keys = new ListKeys({
    find: (message) => this.listing.messages.find(({ id }) => id === message),
    move: (from, to) => this.parts?.roving.move(from, to),
    tell: (message) => this.context.tell(message),
  });
  private parts: Parts | undefined;
  private hadFocus = false;

  /** Absent at the end. */
  get position(): Anchor | undefined {
    return this.parts?.scrolling.position;
  }

  /** Of what the server has: nothing else can be read. */
  get newestOnScreen(): string | undefined {
    const ours = new Set(this.listing.messages.flatMap(({ id, delivery }) => (delivery ? [id] : [])));
    return this.parts?.scrolling.newestOnScreen((id) => !ours.has(id));
  }

  focusMessages(): void {
    this.parts?.roving.focus();
  }

  elementOf(message: string): HTMLElement | null {
    return this.parts ? messageIn(this.parts.list, message) : null;
  }

  /** Scrolls the message into the middle; false if it is not here. */
  reveal(message: string, flashes: boolean): boolean {
    const element = this.elementOf(message);
    if (!element || !this.parts) return false;
    this.parts.roving.choose(message);
    this.parts.scrolling.toElement(element, 0.5);
    if (flashes) flash(element);
    return true;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    // A way to where reading begins is gone once that is reached.
    const focused = this.listing.beginning === undefined ? this.parts?.list : this;
    this.hadFocus = focused?.contains(document.activeElement) ?? false;
  }

  protected override render(): TemplateResult {
    const { context, listing } = this;
    const { labels, view } = listing;
    const isInThread = view.place.thread !== undefined;
    return html`<div
        class="viewport"
        tabindex="-1"
        @keydown=${(event: KeyboardEvent) => this.keys.heed(event)}
        @contextmenu=${(event: Event) => this.tellAtHand(event)}
        @focusin=${(event: Event) => this.tellAtHand(event)}
      >
        <ol role="list" aria-label=${listing.title}>
          ${this.loading('older')}
          ${repeat(
            listing.rows,
            ({ key }) => key,
            (row) =>
              guard([row, context, labels, isInThread], () => listRow(row, { context, labels, isInThread })),
          )}
          ${this.loading('newer')}
        </ol>
      </div>
      <rc-jumps
        .words=${context.words.list}
        @jump=${(event: CustomEvent<'up' | 'down'>) => this.jump(event)}
      ></rc-jumps>`;
  }

  private loading(end: 'older' | 'newer'): TemplateResult | typeof nothing {
    const loading = this.listing.view[end];
    const { list } = this.context.words;
    if (!loading) return nothing;
    return loadingRow(loading, {
      otherwise: end === 'older' ? list.loadingOlder : list.loadingNewer,
      retry: list.retry,
      again: () => this.context.tell({ type: end }),
    });
  }

  protected override firstUpdated(): void {
    const viewport = this.querySelector<HTMLElement>('.viewport');
    const list = this.querySelector<HTMLElement>('ol');
    const jumps = this.querySelector<Jumps>('rc-jumps');
    if (!viewport || !list || !jumps) return;
    const scrolling = new Scrolling(viewport, list, () => this.moved());
    const paging = new Paging(viewport, (end) => this.context.tell({ type: end }));
    this.parts = { list, viewport, jumps, scrolling, paging, roving: new Roving(viewport, list) };
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.parts || !changed.has('listing')) return;
    const { beginning, arrivals, messages, view } = this.listing;
    const { scrolling, roving } = this.parts;
    scrolling.endsHere = !view.hasNewer;
    if (beginning !== undefined) roving.forget();
    roving.keep(
      messages.map(({ id }) => id),
      this.hadFocus,
    );
    if (beginning !== undefined) this.begin(beginning, scrolling);
    // Who sends something wants to see it.
    else if (arrivals.some(({ delivery }) => delivery)) scrolling.toEnd();
    else if (scrolling.position) this.jumpState.note(arrivals.filter(isWorthAJump).length);
    // What was read is put back first: from where it stands now, one would seem to want more.
    scrolling.settle();
  }

  private begin(at: Beginning, scrolling: Scrolling): void {
    this.jumpState.begin();
    if (typeof at === 'object' && scrolling.restore(at)) return;
    if (at !== 'unread' || !this.toUnread()) scrolling.toEnd();
  }

  private toUnread(): boolean {
    const line = this.line;
    return line !== null && this.parts?.scrolling.toElement(line, 1 / 3) === true;
  }

  private get line(): Element | null {
    return this.parts?.list.querySelector(':scope > .new') ?? null;
  }

  private moved(): void {
    if (!this.parts || this.parts.viewport.clientHeight === 0) return;
    this.parts.paging.check(this.listing.view);
    this.parts.jumps.jumping = this.jumping(this.parts);
    this.dispatchEvent(new CustomEvent('moved'));
  }

  private jumping({ scrolling, viewport }: Parts): Jumping {
    const { line } = this;
    const { hasOlder, hasNewer, firstUnread } = this.listing.view;
    return this.jumpState.see({
      ...(line && { line: scrolling.offsetOf(line) }),
      height: viewport.clientHeight,
      untilEnd: scrolling.untilEnd,
      hasOlder,
      hasNewer,
      ...(firstUnread && { unreadFrom: firstUnread.id }),
      unread: firstUnread?.count ?? 0,
    });
  }

  private jump({ detail }: CustomEvent<'up' | 'down'>): void {
    if (detail === 'up') this.jumpUp();
    else this.jumpDown();
  }

  private jumpUp(): void {
    const id = this.listing.view.firstUnread?.id;
    if (id === undefined) return;
    if (!this.toUnread()) this.context.tell({ type: 'show', message: id });
    // The button is gone: whoever pressed it goes on from there.
    this.parts?.roving.focusOn(id);
  }

  private jumpDown(): void {
    const { messages, view } = this.listing;
    if (view.hasNewer) this.dispatchEvent(new CustomEvent('latest'));
    else this.parts?.scrolling.toEnd();
    const newest = messages.at(-1);
    if (newest && !view.hasNewer) this.parts?.roving.focusOn(newest.id);
  }

  private tellAtHand(event: Event): void {
    const message = idOf(itemOf(event));
    if (message !== undefined) this.context.tell({ type: 'atHand', message });
  }
}

/** What others said, and the person wants to read. */
function isWorthAJump({ author, isIgnored }: MessageView): boolean {
  return !author.isMe && isIgnored !== true;
}

customElements.define('rc-messages', MessageList);
