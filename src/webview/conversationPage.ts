import type { Clock } from '../base/clock';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Account, AccountId, SignedOut } from '../model/account';
import type { MessageId } from '../model/message';
import type { Place } from '../model/place';
import type { CurrentSession, Session } from '../model/session';
import type { MakePart } from './part';
import { placeState, type PlaceState } from './placeState';
import type { FromPage, PlaceView, Setup, ToPage } from './protocol/conversation';
import { parseFromPage } from './protocol/guards';
import { SessionPage, type MakeReadingPart, type WindowFocus } from './sessionPage';
import type { Surface } from './surface';

/** The account in use, and why there is no session when there is none. */
export interface SignedIn extends CurrentSession {
  readonly account: Account | undefined;
  signedOut(): SignedOut | undefined;
}

export interface ConversationPageOptions {
  readonly current: SignedIn;
  readonly surface: Surface;
  readonly clock: Clock;
  readonly window: WindowFocus;
  readonly parts: readonly (MakePart | MakeReadingPart)[];
  /** The account that the page belongs to; it belongs to any where none is named. */
  readonly account?: AccountId;
  /** Where it begins in an account. */
  readonly firstPlace: (session: Session) => Place | undefined;
  readonly faces: Faces;
  /** What a page said and nobody could make anything of. */
  readonly drop: (value: unknown) => void;
  readonly onDidGo: (page: ConversationPage, place: Place | undefined) => void;
  /** The person is busy with it. */
  readonly onDidUse: (page: ConversationPage) => void;
}

/** What a page says by itself, or while one only looks at it. */
const idle: ReadonlySet<FromPage['type']> = new Set(['media', 'seen', 'older', 'newer', 'draft'] as const);

/** What a page shows and does while its account is not in use. */
export interface Faces {
  setup(): Setup;
  view(state: PlaceState): PlaceView;
  act(message: Extract<FromPage, { type: 'face' }>): void;
}

/** One open page, whoever is signed in: its host side is made anew for each account in use. */
export class ConversationPage implements Disposable {
  private readonly lifetime = new Lifetime();
  private page: SessionPage | undefined;
  private isReady = false;

  constructor(private readonly options: ConversationPageOptions) {
    const { current, surface } = options;
    this.lifetime.own({ dispose: () => this.page?.dispose() });
    this.lifetime.own(surface.onDidReceive((value) => this.receive(value)));
    this.lifetime.own(surface.onDidChangeVisibility(() => !surface.isVisible && this.pause()));
    this.lifetime.own(current.onDidChange(() => this.follow()));
    this.follow();
  }

  get session(): Session | undefined {
    return this.page?.session;
  }

  get place(): Place | undefined {
    return this.page?.place;
  }

  get atHand(): MessageId | undefined {
    return this.page?.atHand;
  }

  get isVisible(): boolean {
    return this.options.surface.isVisible;
  }

  /** Whether the message is among those that it shows. */
  holds(message: MessageId): boolean {
    return this.page?.timeline?.messages.some(({ id }) => id === message) === true;
  }

  /** Does nothing while its account is not in use. */
  async go(place: Place, message?: MessageId): Promise<void> {
    await this.page?.go(place, message);
  }

  /** As soon as the page is there, and after what it shows by then. */
  say(message: ToPage): void {
    this.page?.say(message);
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private follow(): void {
    const session = this.sessionHere();
    if (this.page && this.page.session === session) return;
    this.page?.dispose();
    this.page = session && this.open(session);
    if (this.isReady) this.begin();
  }

  /** A page of one account says nothing of it while another one is in use. */
  private sessionHere(): Session | undefined {
    const { current, account } = this.options;
    const session = current.get();
    return account === undefined || session?.account.id === account ? session : undefined;
  }

  private open(session: Session): SessionPage {
    const { surface, clock, window, parts, firstPlace, onDidGo } = this.options;
    const page = new SessionPage({ session, surface, clock, window, parts });
    page.onDidChangePlace((place) => onDidGo(this, place));
    const place = firstPlace(session);
    if (place && surface.isVisible) void page.go(place);
    return page;
  }

  private receive(value: unknown): void {
    const message = parseFromPage(value);
    if (message?.type === 'ready') {
      this.isReady = true;
      this.begin();
    } else if (!message || !this.heed(message)) this.options.drop(value);
  }

  private heed(message: FromPage): boolean {
    if (!idle.has(message.type)) this.options.onDidUse(this);
    if (this.page) return this.page.heed(message);
    if (message.type === 'face') this.options.faces.act(message);
    return message.type === 'face';
  }

  private pause(): void {
    this.isReady = false;
    this.page?.pause();
  }

  private begin(): void {
    if (this.page) {
      this.enter(this.page);
      this.page.begin();
      return;
    }
    const { surface, faces } = this.options;
    surface.post({ type: 'setup', setup: faces.setup() });
    surface.post({ type: 'place', view: faces.view(this.stateWithoutSession()) });
  }

  /** Nothing is asked for a page that nobody has seen yet. */
  private enter(page: SessionPage): void {
    const place = page.place ?? this.options.firstPlace(page.session);
    if (place) void page.go(place);
  }

  private stateWithoutSession(): PlaceState {
    const { current } = this.options;
    const isElsewhere = current.get() !== undefined;
    return placeState({
      signedOut: isElsewhere ? undefined : (current.signedOut() ?? 'restoring'),
      isElsewhere,
      hasPlace: false,
      messages: { count: 0, isLoading: false, isWaiting: false },
      isOffline: false,
    });
  }
}
