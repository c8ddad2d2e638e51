import * as vscode from 'vscode';
import { Accounts, type Reach } from './accounts/accounts';
import { connect } from './api/connect';
import { probe } from './api/probe';
import { connectRealtime, hasWebSocket } from './api/realtime/connectRealtime';
import { systemClock } from './base/clock';
import type { Disposable } from './base/event';
import { Lifetime } from './base/lifetime';
import { registerCommands, type Services } from './commands';
import { Delivery } from './commands/delivery';
import { Links, registerLinks } from './commands/links';
import { reply } from './commands/reply';
import type { RoomPickers } from './commands/roomPickers';
import { registerSearch } from './commands/search';
import { selectionText } from './commands/shareText';
import type { CurrentSession } from './model/session';
import type { Place } from './model/place';
import { Shared } from './model/shared';
import { Snooze } from './model/snooze';
import { Unsent } from './model/unsent';
import { emptyUnsentShelf } from './model/unsentShelf';
import { debugging } from './platform/debugging';
import { thisWindow } from './platform/focus';
import { Git } from './platform/git';
import { closeLog, log } from './platform/log';
import { BothTrees } from './views/bothTrees';
import { LinkHover } from './views/linkHover';
import { pickKnownRoom } from './views/pickKnownRoom';
import { pickMessage } from './views/pickMessage';
import { RoomPicker } from './views/pickRoom';
import { pickAnywhere, pickChannel } from './views/pickRoomAnywhere';
import { pickMember, pickPeople } from './views/pickRoomPeople';
import { pickThread } from './views/pickThread';
import { roomIcons } from './views/roomItem';
import { RoomsView } from './views/roomsView';
import { RowDrop } from './views/rowDrop';
import { searchMessages } from './views/searchMessages';
import { keptAllowed, secretGuard } from './views/secretGuard';
import { showStatus } from './views/statusBar';
import { ThreadsView } from './views/threadsView';
import { showToasts } from './views/toasts';
import { openForgeLink } from './webview/codeBlocksForge';
import { CodeBlocks } from './webview/codeBlocks';
import { offerReturn } from './webview/composeClosing';
import { composeEntry } from './webview/composeEntry';
import { composeId } from './webview/composePanels';
import { composeParts } from './webview/composeParts';
import { Composers } from './webview/composers';
import { registerConversations } from './webview/conversationCommands';
import { ConversationMessages } from './webview/conversationMessages';
import { Conversations } from './webview/conversations';
import { EmojiList } from './webview/emojiList';
import { RecentEmoji } from './webview/emojiRecent';
import { closedText } from './webview/placeView';
import { typeOfName } from './webview/uploadsTypes';
import { failureText, obstacleReason, sizeText } from './webview/uploadsWords';

export function activate(context: vscode.ExtensionContext): void {
  const root = new Lifetime();
  context.subscriptions.push(root);
  root.own(closeLog);
  const accounts = root.own(new Accounts(context, reach));
  root.own(accounts.showInMenu());
  const { sessions } = accounts;
  const house = { accounts, ...viewsOf(context, accounts, root), ...keptIn(context, sessions, root) };
  const { conversations, links, trees } = house;
  const sources = { rows: trees, conversations, pick: pickKnownRoom };
  const delivery = root.own(new Delivery({ sessions, conversations }));
  root.own(registerCommands(servicesOf(context, { ...house, delivery })));
  root.own(registerConversations(conversations));
  root.own(registerLinks(links));
  root.own(new LinkHover(sessions, (href) => links.read(href)));
  root.own(registerSearch(sessions, { sources, conversations, search: searchMessages }));
  root.own(showStatus({ ...house, current: sessions, elsewhere: accounts.elsewhere, clock: systemClock }));
  root.own(announce({ ...house, delivery }));
  void sessions.restore();
}

type House = { readonly accounts: Accounts } & ReturnType<typeof viewsOf> & ReturnType<typeof keptIn>;
type FullHouse = House & { readonly delivery: Delivery };

/** What is looked at. */
function viewsOf(context: vscode.ExtensionContext, accounts: Accounts, root: Lifetime) {
  const { sessions } = accounts;
  const { extensionUri: extension } = context;
  const allowedSecrets = keptAllowed(context.secrets, context.globalState);
  const guard = secretGuard(allowedSecrets);
  const drop = new RowDrop({ current: sessions, guard, words: fileWords });
  const rooms = root.own(new RoomsView(sessions, accounts.elsewhere, drop));
  const threads = root.own(new ThreadsView(sessions, drop));
  const git = new Git();
  const trees = root.own(new BothTrees(rooms, threads));
  const emoji = root.own(new EmojiList(extension, new RecentEmoji(context.globalState)));
  const openForge = (href: string) => openForgeLink(href, git);
  const code = root.own(new CodeBlocks({ textOf: (editor) => selectionText(editor, git), openForge }));
  const openHere = async (href: string) => (await links.openHere(href)) || (await openForge(href));
  const conversations: Conversations = root.own(
    new Conversations({
      extension,
      current: sessions,
      window: thisWindow,
      memory: context.workspaceState,
      shelf: context.globalState,
      emoji,
      icons: roomIcons,
      guard,
      compose: (session, place, written) => composer.takeOver(session, place, written),
      showComposer: (message) => composer.showSender(message),
      more: [code.part, composeEntry(() => composer)],
      openHere,
    }),
  );
  const open = (place: Place) => conversations.open(place, { focus: 'messages' });
  const parts = composeParts({ shared: conversations.shared, icons: roomIcons, guard, openHere, open });
  const composer: Composers = root.own(new Composers({ extension, current: sessions, parts, offerReturn }));
  root.own(vscode.window.registerWebviewPanelSerializer(composeId, composer));
  const links: Links = new Links({ accounts, sessions }, conversations, ownHome(context));
  return { rooms, trees, emoji, conversations, composer, links, git, guard, allowedSecrets };
}

const fileWords = {
  typeOf: typeOfName,
  refused: obstacleReason,
  failed: failureText,
  closed: closedText,
  size: sizeText,
};

/** How addresses of our own begin, in whichever editor this is. */
function ownHome({ extension }: vscode.ExtensionContext): string {
  return `${vscode.env.uriScheme}://${extension.id}`;
}

/** What is remembered over a restart. */
function keptIn(
  { workspaceState, globalState }: vscode.ExtensionContext,
  sessions: CurrentSession,
  root: Lifetime,
) {
  root.own(emptyUnsentShelf(workspaceState, sessions, (error) => log.error('what was not sent', error)));
  return {
    unsent: root.own(new Unsent(sessions)),
    snooze: root.own(new Snooze(globalState, systemClock)),
    shared: new Shared(globalState),
  };
}

function servicesOf({ workspaceState }: vscode.ExtensionContext, house: FullHouse): Services {
  const { accounts, rooms, conversations, emoji, links } = house;
  const { sessions } = accounts;
  return {
    ...house,
    sessions,
    rows: rooms,
    pickRoom: pickKnownRoom,
    roomPickers: pickersOf(links),
    messages: {
      surface: new ConversationMessages(sessions, conversations),
      emoji,
      pick: (session, question) => pickMessage(session, question, (title) => pickKnownRoom(session, title)),
    },
    pickThread,
    picker: new RoomPicker(workspaceState),
    fileWords,
  };
}

function pickersOf(links: Links): RoomPickers {
  return {
    anywhere: (session) => pickAnywhere(session, (typed) => links.read(typed) !== undefined),
    channel: pickChannel,
    people: pickPeople,
    member: pickMember,
  };
}

function announce({
  accounts,
  trees,
  conversations,
  delivery,
  guard,
  snooze,
  shared,
}: FullHouse): Disposable {
  return showToasts({
    current: accounts.sessions,
    clock: systemClock,
    snooze,
    shared,
    focus: accounts.lastFocus,
    debugging,
    screen: {
      isOnScreen: (room, thread) => conversations.isOnScreen(room, thread),
      isListed: (room, thread) => trees.isOnScreen(room, thread),
      reveal: (room, thread) => conversations.open({ room, thread }, { focus: 'messages' }),
    },
    answers: {
      reply: (session, message) => reply({ delivery, guard }, session, message),
      onDidDeliver: delivery.onDidDeliver,
      onDidMiss: delivery.onDidMiss,
    },
  });
}

const reach: Reach = {
  connect: (server, credentials) => connect(server, { credentials, log: log.info }),
  probe: (typed, options) => probe(typed, { ...options, log: log.info }),
  live: (server, token) => (hasWebSocket() ? connectRealtime(server, { token, log: log.info }) : undefined),
};
