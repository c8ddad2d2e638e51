import type { MessagesView, Place, PlaceView, Setup } from '../../protocol/conversation';
import type { ListWords } from '../../protocol/listWords';
import { fill } from '../shared/fill';
import { DayNames } from './days';
import { Labels } from './labels';
import { Layout } from './layout';
import type { Beginning, Listing } from './list';
import { MessageWindow } from './messageWindow';
import type { Anchor, SavedState } from './savedState';

/** What is being read: the messages of one place as they are laid out, and where one was in this and other places. */
export class Reading {
  private readonly window = new MessageWindow();
  private readonly layout = new Layout();
  private readonly positions = new Map<string, Anchor>();
  private shown: PlaceView | undefined;
  private view: MessagesView | undefined;
  /** Nothing is shown yet, or only what happened to be known. */
  private isOpening = true;
  private wantsEnd = false;
  private days = new DayNames('en');
  private labels: Labels;
  private groupingPeriod = 0;

  constructor(
    private readonly words: ListWords,
    /** Where an earlier life of the page left off. */
    saved: SavedState | undefined,
  ) {
    this.labels = new Labels(words, { locale: 'en', hourCycle: 'h23' });
    if (saved?.anchor) this.positions.set(keyOf(saved.place, saved.account), saved.anchor);
  }

  /** Messages of the place are there: what is on screen is read, and what comes from now on is new. */
  get hasBegun(): boolean {
    return !this.isOpening;
  }

  /** The last message of mine; not known while the latest are awaited. */
  get lastOwn() {
    return this.wantsEnd
      ? undefined
      : this.window.messages.findLast(({ author, kind }) => author.isMe && kind === 'said');
  }

  configure({ locale, hourCycle, groupingPeriod }: Setup): void {
    this.days = new DayNames(locale);
    this.labels = new Labels(this.words, { locale, hourCycle });
    this.groupingPeriod = groupingPeriod;
  }

  /** True where it is another place than before: then nothing is known of it. */
  open(place: PlaceView): boolean {
    const isOther = keyOfView(place) !== keyOfView(this.shown);
    this.shown = place;
    if (!isOther) return false;
    this.window.clear();
    this.view = undefined;
    this.isOpening = true;
    this.wantsEnd = false;
    return true;
  }

  /** Of the place in hand only: what is said of another comes late. */
  take(view: MessagesView, current: Anchor | undefined): Listing | undefined {
    if (!this.isInHand(view)) return undefined;
    const { isOpening } = this;
    const arrivals = this.window.take(view);
    const beginning = this.beginning(view, current);
    if (beginning !== undefined || this.hasReadOn(view)) this.wantsEnd = false;
    this.view = view;
    this.isOpening &&= !isKnownWhole(view);
    return this.listing({ arrivals: isOpening ? [] : arrivals, ...(beginning && { beginning }) });
  }

  /** The same messages once more: another day has begun, or other words are in use. */
  again(): Listing | undefined {
    return this.listing({ arrivals: [] });
  }

  /** The same messages, drawn anew after something else stood in their place. */
  resume(): Listing | undefined {
    if (!this.view || this.view.ids.length === 0) return undefined;
    return this.listing({ arrivals: [], beginning: this.opening(this.view) });
  }

  /** The next messages are read from their end. */
  goToEnd(): void {
    this.wantsEnd = true;
  }

  /** The end is not where one wants to be after all. */
  stay(): void {
    this.wantsEnd = false;
  }

  /** Remembers where one is; absent at the end. Returns what is to be kept of it. */
  leaveAt(anchor: Anchor | undefined): SavedState | undefined {
    const { place, account } = this.shown ?? {};
    if (!place || this.isOpening) return undefined;
    const key = keyOf(place, account);
    if (anchor) this.positions.set(key, anchor);
    else this.positions.delete(key);
    return { place, ...(account !== undefined && { account }), ...(anchor && { anchor }) };
  }

  private isInHand({ place }: MessagesView): boolean {
    return this.shown?.place !== undefined && keyOf(this.shown.place) === keyOf(place);
  }

  /** Whoever has done so does not want to the end any more. */
  private hasReadOn({ hasNewer, ids }: MessagesView): boolean {
    return hasNewer && ids.at(-1) !== this.view?.ids.at(-1);
  }

  private beginning(view: MessagesView, current: Anchor | undefined): Beginning | undefined {
    if (view.ids.length === 0) return undefined;
    if (this.isOpening) return this.isLookingAround(view, current) ? undefined : this.opening(view);
    return this.goingOn(view, current);
  }

  private goingOn(view: MessagesView, current: Anchor | undefined): Beginning | undefined {
    if (this.wantsEnd && !view.hasNewer) return 'end';
    if (!view.isFresh) return undefined;
    if (!current) return view.hasNewer ? undefined : 'end';
    return view.ids.includes(current.message) ? undefined : 'end';
  }

  /** The person has left the place where what happened to be known was opened. */
  private isLookingAround({ ids }: MessagesView, current: Anchor | undefined): boolean {
    const { view } = this;
    return view?.isPreliminary === true && current !== undefined && ids.includes(current.message);
  }

  private opening(view: MessagesView): Beginning {
    const former = this.positions.get(keyOf(view.place, this.shown?.account));
    if (former && view.ids.includes(former.message)) return former;
    return view.firstUnread ? 'unread' : 'end';
  }

  private listing(news: Pick<Listing, 'arrivals' | 'beginning'>): Listing | undefined {
    const { view, shown, labels } = this;
    if (!view || !shown) return undefined;
    const { messages } = this.window;
    const rows = this.layout.next(messages, {
      groupingPeriod: this.groupingPeriod,
      days: this.days,
      now: Date.now(),
      ...(view.firstUnread && { firstUnread: view.firstUnread.id }),
      ...(view.place.thread !== undefined && { thread: view.place.thread }),
    });
    return { view, rows, messages, labels, title: fill(this.words.messagesOf, shown.title), ...news };
  }
}

/** Not only what happened to be known. */
function isKnownWhole({ ids, isPreliminary }: MessagesView): boolean {
  return ids.length > 0 && isPreliminary !== true;
}

function keyOfView(view: PlaceView | undefined): string {
  return view?.place ? keyOf(view.place, view.account) : '';
}

function keyOf({ room, thread }: Place, account?: string): string {
  return JSON.stringify([account, room, thread]);
}
