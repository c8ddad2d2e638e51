import type { ApiError } from '../api/errors';
import type { Clock } from '../base/clock';
import { Emitter, type Disposable, type Event } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { LiveState } from '../model/live';
import type { MessageId } from '../model/message';
import { samePlace, type Place } from '../model/place';
import type { Session } from '../model/session';
import type { Timeline } from '../model/timeline';
import { Waits } from '../model/waits';
import type { MakePart, OpenPage, Part } from './part';
import type { FromPage, ToPage } from './protocol/conversation';
import { RoomInHand } from './roomInHand';
import type { Surface } from './surface';

/** Routes by which rooms, threads and what is around a message are read. */
const reading =
  /^GET (?:(?:channels|groups|im)\.(?:history|messages)|chat\.(?:getMessage|getThreadMessages|syncThreadMessages|syncMessages)|rooms\.info)$/;

/** A page as those parts see it that show the messages of its place and lead from one place to the next. */
export interface ReadingPage extends OpenPage {
  readonly clock: Clock;
  readonly timeline: Timeline | undefined;
  readonly room: RoomInHand | undefined;
  readonly waits: Waits;
  /** It can be told; what it misses it is told when it begins. */
  readonly isReady: boolean;
  /** Whether a person can read it just now: it is visible, and its window has the focus. */
  readonly isSeen: boolean;
  readonly onDidChangeSight: Event<void>;
  /** The message that menus, keys and the palette mean. */
  atHand: MessageId | undefined;
  /** Leads to a place, and to a message there. Resolves when it has been shown, or could not be. */
  go(place: Place, message?: MessageId): Promise<void>;
  name(title: string, icon: string): void;
}

export type MakeReadingPart = (page: ReadingPage) => Part;

/** Whether this window has the focus. */
export interface WindowFocus {
  isFocused(): boolean;
  readonly onDidChange: Event<boolean>;
}

export interface SessionPageOptions {
  readonly session: Session;
  readonly surface: Surface;
  readonly clock: Clock;
  readonly window: WindowFocus;
  /** In the order in which the page is told. */
  readonly parts: readonly (MakePart | MakeReadingPart)[];
}

/** One page as long as one account is in use: the place in hand, and the parts of its host side. */
export class SessionPage implements ReadingPage, Disposable {
  private readonly lifetime = new Lifetime();
  private readonly placeChanged = this.lifetime.own(new Emitter<Place | undefined>());
  private readonly sightChanged = this.lifetime.own(new Emitter<void>());
  private readonly parts: readonly Part[];
  private readonly waiting: ToPage[] = [];
  private hasBegun = false;
  private now: Opened | undefined;
  /** The room that an open thread was entered from: it stays as it was left. */
  private behind: Opened | undefined;

  readonly session: Session;
  readonly clock: Clock;
  readonly waits: Waits;
  readonly signal = this.lifetime.signal;
  readonly onDidChangePlace: Event<Place | undefined> = this.placeChanged.event;
  readonly onDidChangeSight: Event<void> = this.sightChanged.event;
  atHand: MessageId | undefined;

  constructor(private readonly options: SessionPageOptions) {
    const { session, clock, surface, window, parts } = options;
    this.session = session;
    this.clock = clock;
    this.waits = this.lifetime.own(new Waits(session.client, clock, reading));
    const heed = () => this.sightChanged.fire();
    this.lifetime.own(surface.onDidChangeVisibility(heed));
    this.lifetime.own(window.onDidChange(heed));
    this.lifetime.own(session.live.onDidChange(({ mode }) => isConnected(mode) && this.retry()));
    this.lifetime.own({ dispose: () => this.leave() });
    this.parts = parts.map((make) => this.lifetime.own(make(this)));
  }

  get place(): Place | undefined {
    return this.now?.place;
  }

  get timeline(): Timeline | undefined {
    return this.now?.timeline;
  }

  get room(): RoomInHand | undefined {
    return this.now?.room;
  }

  /** What ends late has nothing to say to the page of another account. */
  get isReady(): boolean {
    return this.hasBegun && this.options.surface.isVisible && !this.signal.aborted;
  }

  get isSeen(): boolean {
    return this.options.surface.isVisible && this.options.window.isFocused();
  }

  /** The page knows nothing yet. */
  begin(): void {
    this.hasBegun = true;
    for (const part of this.parts) part.begin();
    for (const message of this.waiting.splice(0)) this.tell(message);
  }

  /** The page has gone; what it missed it is told when it is back. */
  pause(): void {
    this.hasBegun = false;
  }

  /** False where it was for no part. */
  heed(message: FromPage): boolean {
    return this.parts.filter((part) => part.heed(message)).length > 0;
  }

  tell(message: ToPage): void {
    if (this.isReady) this.options.surface.post(message);
  }

  /** As `tell`, after all that has happened so far; what a page misses it is told when it is there. */
  say(message: ToPage): void {
    this.clock.after(0, () => {
      if (this.isReady) this.tell(message);
      else this.waiting.push(message);
    });
  }

  name(title: string, icon: string): void {
    this.options.surface.name(title, icon);
  }

  async go(place: Place, message?: MessageId): Promise<void> {
    this.session.takeInHand(place.room);
    if (!samePlace(place, this.place)) this.enter(place);
    const { timeline } = this;
    if (!timeline) return;
    if (message === undefined) return timeline.state === 'idle' ? timeline.open() : undefined;
    // What cannot be loaded may be among what happens to be known.
    const isThere = (await timeline.around(message)) || timeline.messages.some(({ id }) => id === message);
    if (this.timeline !== timeline) return;
    if (isThere) this.say({ type: 'reveal', message, flashes: true });
    else await timeline.open();
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  /** What could not be loaded for want of a connection comes with it. */
  private retry(): void {
    if (isUnreached(this.room?.error)) this.room?.retry();
    if (isUnreached(this.timeline?.error)) void this.timeline?.retry();
  }

  private enter(place: Place): void {
    const held = [this.now, this.behind].filter((opened) => opened !== undefined);
    const next = held.find((opened) => samePlace(opened.place, place)) ?? open(this.session, place);
    const isRoomOf = (opened: Opened) => opened.place.room === place.room && !opened.place.thread;
    this.now = next;
    this.behind = place.thread === undefined ? undefined : held.find(isRoomOf);
    for (const left of held) if (left !== next && left !== this.behind) close(left);
    this.atHand = undefined;
    this.waiting.length = 0;
    this.placeChanged.fire(place);
    if (this.isReady) for (const part of this.parts) part.begin();
  }

  private leave(): void {
    for (const left of [this.now, this.behind]) if (left) close(left);
    this.now = undefined;
    this.behind = undefined;
  }
}

interface Opened {
  readonly place: Place;
  readonly timeline: Timeline;
  readonly room: RoomInHand;
}

function open(session: Session, place: Place): Opened {
  return { place, timeline: session.timeline(place), room: new RoomInHand(session, place.room) };
}

function isConnected(mode: LiveState['mode']): boolean {
  return mode === 'live' || mode === 'polling';
}

function isUnreached(error: ApiError | undefined): boolean {
  return error?.failure.kind === 'offline' || error?.failure.kind === 'timeout';
}

function close({ timeline, room }: Opened): void {
  timeline.dispose();
  room.dispose();
}
