import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Message } from '../model/message';
import { messageId } from '../model/message';
import type { Place } from '../model/place';
import { sameValue } from '../model/sameValue';
import type { Timeline } from '../model/timeline';
import { handle, type Handlers } from './handlers';
import { MessageViews, type RowWords } from './messageViews';
import type { Part } from './part';
import type { FromPage, Loading, MessagesView, Place as SaidPlace } from './protocol/conversation';
import type { MessageView } from './protocol/message';
import type { RoomInHand } from './roomInHand';
import type { ReadingPage } from './sessionPage';
import { UnreadLines } from './unreadLine';

/** What stands at an end of the messages while more is asked for. */
export interface LoadingWords {
  waiting(end: 'older' | 'newer', seconds: number): string;
  failed(timeline: Timeline): string;
}

/** The messages of the place in hand: whatever of them the page does not have, once per tick. */
export class MessagesPart implements Part {
  private readonly lifetime = new Lifetime();
  private readonly views: MessageViews;
  private readonly lines = new UnreadLines();
  private followed = new Lifetime();
  private timeline: Timeline | undefined;
  /** As the page has them. */
  private told = new Map<string, MessageView>();
  private frame: Omit<MessagesView, 'isFresh' | 'changed'> | undefined;
  private isFresh = true;
  /** The messages of the place in hand have been loaded, or could not be. */
  private isLoaded = false;
  private timer: Disposable | undefined;
  /** Was on screen when the window did not have the focus. */
  private unseen: Message | undefined;

  private readonly handlers: Handlers = {
    older: () => void this.page.timeline?.older(),
    newer: () => void this.page.timeline?.newer(),
    latest: () => void this.page.timeline?.latest(),
    seen: ({ place, message }) => {
      if (isPlaceOf(this.page, place)) this.see(message);
    },
    atHand: ({ message }) => {
      this.page.atHand = message === undefined ? undefined : messageId(message);
    },
  };

  constructor(
    private readonly page: ReadingPage,
    private readonly words: RowWords & LoadingWords,
  ) {
    const { session } = page;
    const later = () => this.later();
    this.views = this.lifetime.own(new MessageViews(page, words, later));
    this.lifetime.own({ dispose: () => this.followed.dispose() });
    this.lifetime.own({ dispose: () => this.timer?.dispose() });
    this.lifetime.own(page.onDidChangePlace(() => this.follow()));
    this.lifetime.own(page.onDidChangeSight(() => this.heedSight()));
    this.lifetime.own(session.sending.onDidChange((room) => room === page.place?.room && later()));
    this.lifetime.own(page.waits.onDidChange(later));
    this.follow();
  }

  begin(): void {
    this.isFresh = true;
    this.told = new Map();
    this.tellNow();
  }

  heed(message: FromPage): boolean {
    return handle(message, this.handlers);
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private follow(): void {
    const { timeline, place, room } = this.page;
    if (timeline === this.timeline) return;
    this.followed.dispose();
    this.followed = new Lifetime();
    this.timeline = timeline;
    this.isLoaded = false;
    this.unseen = undefined;
    if (place && room) this.beginLine(place, room);
    if (timeline) this.followed.own(timeline.onDidChange(() => this.later()));
  }

  /** Whether a room is unread may only come to be known while the page shows it. */
  private beginLine(place: Place, inHand: RoomInHand): void {
    const line = this.lines.at(place);
    line.begin(place, inHand.room);
    if (inHand.room) return;
    const waiting = inHand.onDidChange(() => {
      if (!inHand.room) return;
      waiting.dispose();
      line.begin(place, inHand.room);
      this.later();
    });
    this.followed.own(waiting);
  }

  private later(): void {
    this.timer ??= this.page.clock.after(0, () => this.tellNow());
  }

  private tellNow(): void {
    this.timer?.dispose();
    this.timer = undefined;
    const { timeline, place } = this.page;
    if (!timeline || !place || !this.page.isReady) return;
    const views = this.views.of(timeline.messages, place, timeline.hasNewer);
    const { isFresh, told } = this;
    const changed = views.filter((view) => told.get(view.id) !== view);
    const ids = views.map(({ id }) => id);
    const frame = { place, ids, ...this.ends(timeline), ...this.beginning(place, timeline) };
    if (!isFresh && changed.length === 0 && sameValue(frame, this.frame)) return;
    this.page.tell({ type: 'messages', view: { ...frame, isFresh, changed } });
    this.isFresh = false;
    this.frame = frame;
    this.told = new Map(views.map((view) => [view.id, view]));
  }

  /** Of what happens to be known nobody can say where the unread part begins. */
  private beginning(place: Place, timeline: Timeline): Pick<MessagesView, 'firstUnread' | 'isPreliminary'> {
    this.isLoaded ||= timeline.state === 'ready' || timeline.state === 'failed';
    return this.isLoaded ? { firstUnread: this.firstUnread(place, timeline) } : { isPreliminary: true };
  }

  private firstUnread(place: Place, { messages, hasOlder }: Timeline): MessagesView['firstUnread'] {
    return this.lines.at(place).in(messages, this.page.session.account.userId, hasOlder);
  }

  private ends(timeline: Timeline): Pick<MessagesView, 'hasOlder' | 'hasNewer' | 'older' | 'newer'> {
    const { hasOlder, hasNewer } = timeline;
    return { hasOlder, hasNewer, older: this.end(timeline, 'older'), newer: this.end(timeline, 'newer') };
  }

  private end(timeline: Timeline, end: 'older' | 'newer'): Loading | undefined {
    const { words, page } = this;
    if (timeline.failed === end) return { state: 'failed', text: words.failed(timeline) };
    if (timeline.loading !== end) return undefined;
    const { seconds } = page.waits;
    if (seconds === undefined) return { state: 'loading' };
    return { state: 'waiting', text: words.waiting(end, seconds) };
  }

  /** Only what a person can read is read. */
  private see(id: string): void {
    const { session, isSeen } = this.page;
    const message = session.messages.get(messageId(id));
    this.unseen = isSeen ? undefined : message;
    if (message && isSeen) session.reading.seen(message);
  }

  /** Who comes back to the window reads on from where it was left. */
  private heedSight(): void {
    const { page } = this;
    if (!page.isSeen || !page.place) return;
    this.lines.at(page.place).begin(page.place, page.room?.room);
    if (this.unseen) this.see(this.unseen.id);
    this.later();
  }
}

/** Not of the place that was left meanwhile. */
function isPlaceOf({ place }: ReadingPage, said: SaidPlace): boolean {
  return place?.room === said.room && place.thread === said.thread;
}
