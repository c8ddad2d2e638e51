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

  /** The last message of mine. */
  get lastOwn() {
    return this.window.messages.findLast(({ author, kind }) => author.isMe && kind === 'said');
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
    if (!this.shown?.place || keyOf(this.shown.place) !== keyOf(view.place)) return undefined;
    const arrivals = this.window.take(view);
    this.view = view;
    const beginning = view.ids.length > 0 ? this.beginning(view, current) : undefined;
    if (beginning !== undefined) [this.isOpening, this.wantsEnd] = [false, false];
    return this.listing({ arrivals: this.isOpening ? [] : arrivals, ...(beginning && { beginning }) });
  }

  /** The same messages once more: another day has begun, or other words are in use. */
  again(): Listing | undefined {
    return this.listing({ arrivals: [] });
  }

  /** The same messages, drawn anew after something else stood in their place. */
  resume(): Listing | undefined {
    if (!this.view || this.isOpening) return undefined;
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

  private beginning(view: MessagesView, current: Anchor | undefined): Beginning | undefined {
    if (this.isOpening) return this.opening(view);
    if (this.wantsEnd && !view.hasNewer) return 'end';
    if (!view.isFresh) return undefined;
    if (!current) return view.hasNewer ? undefined : 'end';
    return view.ids.includes(current.message) ? undefined : 'end';
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

function keyOfView(view: PlaceView | undefined): string {
  return view?.place ? keyOf(view.place, view.account) : '';
}

function keyOf({ room, thread }: Place, account?: string): string {
  return JSON.stringify([account, room, thread]);
}
