import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { FromPage, MessagesView, PlaceView, UploadView } from '../../protocol/conversation';
import type { MessageView } from '../../protocol/message';
import type { Words } from '../../protocol/words';
import type { AnswerBox } from '../answer/answer';
import type { PageContext } from '../shared/context';
import { openEmojiPicker } from '../shared/emojiPicker';
import { counted } from '../shared/fill';
import type { StateFile } from '../shared/stateFile';
import { Announcer } from './announcer';
import { nextMidnight } from './days';
import { face, notice } from './faces';
import { header } from './header';
import type { Listing, MessageList } from './list';
import { Reading } from './reading';
import type { SavedState } from './savedState';
import '../answer/answer';
import './list';

export interface ConversationOptions {
  readonly words: Words;
  readonly state: StateFile<SavedState>;
  readonly tell: (message: FromPage) => void;
}

/** The whole page: a room or a thread, what is said in it, and where one answers. */
export class Conversation extends LitElement {
  static override readonly properties = {
    context: { attribute: false },
    place: { attribute: false },
    listing: { attribute: false },
    uploads: { attribute: false },
  };

  /** New only when messages look otherwise than before: then all of them are drawn anew. */
  declare private context: PageContext | undefined;
  declare private place: PlaceView | undefined;
  declare private listing: Listing | undefined;
  declare private uploads: readonly UploadView[];

  private readonly list = createRef<MessageList>();
  private readonly answer = createRef<AnswerBox>();
  private readonly reading: Reading;
  private announcer: Announcer | undefined;
  private toReveal: { readonly message: string; readonly flashes: boolean } | undefined;
  private seen: string | undefined;

  constructor(private readonly options: ConversationOptions) {
    super();
    this.reading = new Reading(options.words.list, options.state.read());
    this.uploads = [];
    this.addEventListener('pick-reaction', (event) => this.pickReaction(detailOf(event)));
    this.addEventListener('pick-emoji', (event) => this.pickEmoji(event.target));
    this.addEventListener('keydown', (event) => this.keyPressed(event));
    this.addEventListener('input', () => this.announcer?.noteTyping());
    document.addEventListener('visibilitychange', () => this.tellSeen());
    this.awaitTomorrow();
  }

  /** Where one writes; absent while nothing is open. */
  get box(): AnswerBox | undefined {
    return this.answer.value;
  }

  isAt({ room, thread }: MessagesView['place']): boolean {
    const shown = this.place?.place;
    return shown?.room === room && shown.thread === thread;
  }

  use(context: PageContext): void {
    this.context = context;
    this.dataset['home'] = context.setup.home;
    this.reading.configure(context.setup);
    this.listing = this.reading.again();
  }

  open(view: PlaceView): void {
    this.keepPosition();
    const wasCovered = this.place?.face !== undefined;
    this.place = view;
    if (this.reading.open(view)) this.forget();
    else if (wasCovered) this.listing = this.reading.resume();
  }

  private forget(): void {
    this.listing = undefined;
    this.uploads = [];
    this.toReveal = undefined;
    this.seen = undefined;
    this.announcer?.forget();
  }

  read(view: MessagesView): void {
    const listing = this.reading.take(view, this.list.value?.position);
    if (listing) this.listing = listing;
    if (!listing) return;
    this.announcer?.say(listing.arrivals.filter(isNews).map((message) => listing.labels.arrival(message)));
  }

  attach(uploads: readonly UploadView[]): void {
    this.uploads = uploads;
  }

  /** At once, or as soon as the message is here. */
  reveal(message: string, flashes: boolean): void {
    this.toReveal = { message, flashes };
    this.reading.stay();
    void this.whenDrawn(() => this.revealWanted());
  }

  focusOn(target: 'box' | 'messages'): void {
    void this.whenDrawn(() => {
      if (target === 'box') this.box?.focusBox();
      else this.focusMessages();
    });
  }

  pickReaction(message: string): void {
    const item = this.list.value?.elementOf(message);
    const { context } = this;
    if (!item || !context) return;
    // Whoever comes from a row of a tree was nowhere here: the picker gives the focus back to where it was.
    if (!item.contains(document.activeElement)) item.focus();
    openEmojiPicker(context, {
      beside: item,
      choose: (emoji) => context.tell({ type: 'react', message, emoji: `:${emoji}:` }),
    });
  }

  /** Runs when what was said so far is on screen. */
  async whenDrawn(act: () => void): Promise<void> {
    await this.updateComplete;
    await this.list.value?.updateComplete;
    act();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { context, place } = this;
    if (!context || !place) return nothing;
    return html`${header(place, context)} ${this.messages(place, context)}
      <div class="hidden" aria-live="polite"></div>
      ${place.notice ? notice(place.notice, context) : nothing} ${this.answerBox(place, context)}`;
  }

  private messages(place: PlaceView, context: PageContext): TemplateResult {
    const { listing } = this;
    if (place.face) return face(place.face, context);
    if (!listing) return html`<div class="face"></div>`;
    if (isEmpty(listing)) return face({ text: context.words.list.noMessages }, context);
    return html`<rc-messages
      .context=${context}
      .listing=${listing}
      @moved=${() => this.moved()}
      @latest=${() => this.toLatest()}
      ${ref(this.list)}
    ></rc-messages>`;
  }

  private answerBox(
    { place, account, box, typing }: PlaceView,
    context: PageContext,
  ): TemplateResult | typeof nothing {
    // A box that is gone for a while keeps what was typed.
    if (!place) return nothing;
    return html`<rc-answer
      .context=${context}
      .place=${place}
      .account=${account}
      .box=${box}
      .uploads=${this.uploads}
      .typing=${typing}
      .lastOwn=${this.lastOwn}
      @sent=${() => this.sent()}
      @leave=${() => this.leaveBox()}
      ${ref(this.answer)}
    ></rc-answer>`;
  }

  protected override updated(changed: PropertyValues): void {
    const region = this.querySelector<HTMLElement>(':scope > [aria-live]');
    const { words } = this.options;
    if (region) this.announcer ??= new Announcer(region, (many) => counted(many, words.list.jumpToArrived));
    if (!changed.has('listing')) return;
    this.box?.messagesChanged();
    if (this.toReveal) void this.whenDrawn(() => this.revealWanted());
  }

  private readonly lastOwn = () => this.reading.lastOwn;

  private revealWanted(): void {
    const { toReveal } = this;
    if (toReveal && this.list.value?.reveal(toReveal.message, toReveal.flashes)) this.toReveal = undefined;
  }

  private moved(): void {
    this.keepPosition();
    this.tellSeen();
  }

  private keepPosition(): void {
    const list = this.list.value;
    const state = list?.isConnected ? this.reading.leaveAt(list.position) : undefined;
    if (state) this.options.state.save(state);
  }

  private tellSeen(): void {
    const message = this.list.value?.newestOnScreen;
    const place = this.place?.place;
    if (document.visibilityState !== 'visible' || !place || !this.reading.hasBegun) return;
    if (message === undefined || message === this.seen) return;
    this.seen = message;
    this.options.tell({ type: 'seen', place, message });
  }

  /** What was sent is seen among the latest. */
  private sent(): void {
    if (this.listing?.view.hasNewer === true) this.toLatest();
  }

  private toLatest(): void {
    this.reading.goToEnd();
    this.options.tell({ type: 'latest' });
  }

  /** Where there are none, to what can be done about it. */
  private focusMessages(): void {
    if (this.list.value) this.list.value.focusMessages();
    else this.querySelector<HTMLElement>('.face button, textarea')?.focus();
  }

  private leaveBox(): void {
    if (this.list.value) this.list.value.focusMessages();
    else this.options.tell({ type: 'leave' });
  }

  /** Of the box and the messages, each says for itself what Escape means in it. */
  private keyPressed({ key, target }: KeyboardEvent): void {
    const isElsewhere = target instanceof Element && !target.closest('rc-answer, .viewport');
    if (key === 'Escape' && isElsewhere) this.options.tell({ type: 'leave' });
  }

  private pickEmoji(from: EventTarget | null): void {
    const { context, box } = this;
    if (!context || !box || !(from instanceof HTMLElement)) return;
    openEmojiPicker(context, {
      beside: from,
      choose: (emoji) => {
        box.focusBox();
        box.insert(`:${emoji}: `);
      },
    });
  }

  /** What was said today was said yesterday then. */
  private awaitTomorrow(): void {
    const now = Date.now();
    setTimeout(
      () => {
        this.listing = this.reading.again();
        this.awaitTomorrow();
      },
      nextMidnight(now) - now + 1000,
    );
  }
}

function isEmpty({ view, messages }: Listing): boolean {
  return messages.length === 0 && !view.hasOlder && !view.hasNewer && !view.older && !view.newer;
}

function detailOf(event: Event): string {
  const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
  return typeof detail === 'string' ? detail : '';
}

/** What others said, and the person wants to read. */
function isNews({ author, kind, isIgnored }: MessageView): boolean {
  return !author.isMe && kind !== 'system' && isIgnored !== true;
}

customElements.define('rc-conversation', Conversation);
