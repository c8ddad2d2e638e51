import * as vscode from 'vscode';
import { systemClock } from '../base/clock';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { AccountId } from '../model/account';
import type { MessageId } from '../model/message';
import { samePlace, type Place } from '../model/place';
import type { RoomId } from '../model/room';
import type { Session } from '../model/session';
import type { Shelf } from '../model/shelf';
import type { CommandId } from '../platform/ids';
import { log } from '../platform/log';
import { setting } from '../platform/setting';
import { ConversationPage, type SignedIn } from './conversationPage';
import { ConversationPanels } from './conversationPanels';
import { conversationParts, sharedParts, type PartsOptions } from './conversationParts';
import { ConversationView } from './conversationView';
import type { EmojiList } from './emojiList';
import { facesOf } from './faces';
import { LastPlaces } from './lastPlaces';
import { registerImageHosts } from './mediaCommands';
import { ImageHosts } from './mediaHosts';
import type { MakePart } from './part';
import type { ToPage } from './protocol/conversation';
import type { WindowFocus } from './sessionPage';
import type { Surface } from './surface';
import type { WebviewSurface } from './webviewSurface';

/** How a place is opened. */
export interface Opening {
  /** Shown in its place, and lit up for a moment. */
  readonly message?: MessageId;
  /** Where the focus goes; without it, it stays where it is. */
  readonly focus?: 'box' | 'messages';
  /** As the setting `rocketchat.openIn` says, unless it is said here. */
  readonly in?: OpenIn;
}

export type OpenIn = 'sideBar' | 'editor' | 'editorBeside';

export interface ConversationsOptions extends Omit<PartsOptions, 'openInEditor' | 'shared'> {
  readonly extension: vscode.Uri;
  readonly current: SignedIn;
  readonly window: WindowFocus;
  /** Of this workspace. */
  readonly memory: Shelf;
  /** Of all workspaces. */
  readonly shelf: Shelf;
  readonly emoji: EmojiList;
  /** What else is done for pages. */
  readonly more: readonly MakePart[];
}

const openRoom: CommandId = 'rocketchat.openRoomInEditor';

/** All open conversations: the view in the side bar and tabs of the editor. Nothing opens by itself. */
export class Conversations implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly view: ConversationView;
  private readonly panels: ConversationPanels;
  private readonly places: LastPlaces;
  /** What one page has fetched, the others have too: composers as well. */
  readonly shared: readonly MakePart[];
  /** The page that the person was busy with last. */
  private latest: ConversationPage | undefined;
  /** Where the view is to begin, that is not there yet. */
  private awaited: Place | undefined;

  constructor(private readonly options: ConversationsOptions) {
    const { extension, memory, shelf, emoji } = options;
    const hosts = new ImageHosts(shelf);
    this.shared = [...sharedParts({ emoji, hosts, shelf }), ...options.more];
    this.lifetime.own(registerImageHosts(hosts));
    this.places = new LastPlaces(memory);
    this.view = this.lifetime.own(new ConversationView(extension, (surface) => this.inSideBar(surface)));
    this.panels = this.lifetime.own(
      new ConversationPanels({
        extension,
        openOver: (surface, { account, place }) => this.page(surface, account, () => place),
        onDidActivate: (page) => this.turnTo(page),
      }),
    );
  }

  /** Nothing happens while nobody is signed in. */
  async open(place: Place, { message, focus, in: where }: Opening = {}): Promise<void> {
    const session = this.options.current.get();
    if (!session) return;
    const page = await this.pageFor(session, place, { where, takesFocus: focus !== undefined });
    // Another account may have come into use meanwhile.
    if (page.session !== session) return;
    this.turnTo(page);
    const going = page.go(place, message);
    if (focus) page.say({ type: 'focus', target: focus });
    this.note(page, place);
    await going;
  }

  /** Whether a person can see it just now. */
  isShown(place: Place): boolean {
    return this.shown(place) !== undefined;
  }

  /** Whether what comes there is being seen in a window that has the focus. */
  isOnScreen(room: RoomId, thread?: MessageId): boolean {
    return this.options.window.isFocused() && this.isShown({ room, thread });
  }

  /** The page in hand, while it can be seen: a tab stays the active editor while one is busy beside it. */
  get active(): ConversationPage | undefined {
    const pages = [this.latest, this.panels.active, this.view.page];
    return pages.find((page) => page?.isVisible === true);
  }

  /** Whether a person can see the message there just now, or scroll to it. */
  holds(place: Place, message: MessageId): boolean {
    return this.shown(place)?.holds(message) === true;
  }

  /** Tells the page that shows a place, as soon as it does; undefined where none shows it. */
  tell(place: Place, message: ToPage): boolean {
    const page = this.shown(place);
    page?.say(message);
    return page !== undefined;
  }

  /** Goes to where one was last, with the focus in the box. */
  async focus(): Promise<void> {
    const { active } = this;
    if (!active || !this.panels.reveal(active, false)) await this.view.reveal(true);
    (active ?? this.view.page)?.say({ type: 'focus', target: 'box' });
  }

  /** The place in hand, in a tab of its own; without one, the person is asked for a room. */
  async openInEditor(place = this.active?.place): Promise<void> {
    if (place) await this.open(place, { in: 'editor', focus: 'messages' });
    else await vscode.commands.executeCommand(openRoom);
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private shown(place: Place): ConversationPage | undefined {
    const { active } = this;
    const isHere = (page: ConversationPage) => page.isVisible && samePlace(page.place, place);
    return active && isHere(active) ? active : this.pages().find(isHere);
  }

  private pages(): readonly ConversationPage[] {
    return [...this.panels.pages, ...(this.view.page ? [this.view.page] : [])];
  }

  /** Where it is seen already, there; or else where the person wants rooms to open. */
  private async pageFor(session: Session, place: Place, how: How): Promise<ConversationPage> {
    const shown = how.where === undefined ? this.shown(place) : undefined;
    if (shown && this.panels.reveal(shown, !how.takesFocus)) return shown;
    const where = shown ? 'sideBar' : (how.where ?? wantedHome());
    if (where !== 'sideBar') {
      const column = where === 'editor' ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
      return this.panels.open({ account: session.account.id, place }, column, !how.takesFocus);
    }
    this.awaited = place;
    try {
      return await this.view.reveal(how.takesFocus);
    } finally {
      this.awaited = undefined;
    }
  }

  private inSideBar(surface: WebviewSurface): ConversationPage {
    return this.page(surface, undefined, ({ account }) => this.awaited ?? this.places.of(account.id));
  }

  private page(
    surface: WebviewSurface,
    account: AccountId | undefined,
    firstPlace: (session: Session) => Place | undefined,
  ): ConversationPage {
    const { current, window } = this.options;
    return new ConversationPage({
      current,
      surface,
      window,
      account,
      firstPlace,
      clock: systemClock,
      parts: this.partsIn(surface.home),
      faces: facesOf(current, surface.home, account),
      drop: (value) => log.info(`conversation: dropped ${described(value)}`),
      onDidGo: (page, place) => this.note(page, place),
      onDidUse: (page) => this.turnTo(page),
    });
  }

  private partsIn(home: Surface['home']): ReturnType<typeof conversationParts> {
    const { shared, options } = this;
    return conversationParts(home, {
      ...options,
      shared,
      openInEditor: ({ place }) => this.openInEditor(place),
    });
  }

  private note(page: ConversationPage, place: Place | undefined): void {
    const { session } = page;
    if (place && session && page === this.view.page) void this.places.remember(session.account.id, place);
  }

  private turnTo(page: ConversationPage): void {
    this.latest = page;
    if (page.place) page.session?.takeInHand(page.place.room);
  }
}

interface How {
  readonly where: OpenIn | undefined;
  readonly takesFocus: boolean;
}

function wantedHome(): OpenIn {
  const wanted = setting('rocketchat.openIn');
  return wanted === 'editor' || wanted === 'editorBeside' ? wanted : 'sideBar';
}

/** Never what it says: it may be what somebody wrote. */
function described(value: unknown): string {
  const type: unknown =
    typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  return typeof type === 'string' ? type.slice(0, 40) : typeof value;
}
