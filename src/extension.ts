import type * as vscode from 'vscode';
import { Accounts, type Reach } from './accounts/accounts';
import { connect } from './api/connect';
import { probe } from './api/probe';
import { connectRealtime, hasWebSocket } from './api/realtime/connectRealtime';
import { systemClock } from './base/clock';
import type { Disposable } from './base/event';
import { Lifetime } from './base/lifetime';
import { registerCommands, type Services } from './commands';
import { Delivery } from './commands/delivery';
import { inBrowser } from './commands/conversations';
import { withoutPage } from './commands/messageSurface';
import { reply } from './commands/reply';
import { Shared } from './model/shared';
import { Snooze } from './model/snooze';
import { Unsent } from './model/unsent';
import { debugging } from './platform/debugging';
import { Git } from './platform/git';
import { closeLog, log } from './platform/log';
import { BothTrees } from './views/bothTrees';
import { pickKnownRoom } from './views/pickKnownRoom';
import { pickMessage } from './views/pickMessage';
import { RoomPicker } from './views/pickRoom';
import { pickAnywhere, pickChannel } from './views/pickRoomAnywhere';
import { pickMember, pickPeople } from './views/pickRoomPeople';
import { pickThread } from './views/pickThread';
import { RoomsView } from './views/roomsView';
import { showStatus } from './views/statusBar';
import { ThreadsView } from './views/threadsView';
import { showToasts } from './views/toasts';
import { EmojiList } from './webview/emojiList';
import { RecentEmoji } from './webview/emojiRecent';

export function activate(context: vscode.ExtensionContext): void {
  const root = new Lifetime();
  context.subscriptions.push(root);
  root.own(closeLog);
  const accounts = root.own(new Accounts(context, reach));
  root.own(accounts.showInMenu());
  const { sessions } = accounts;
  const rooms = root.own(new RoomsView(sessions, accounts.elsewhere));
  const threads = root.own(new ThreadsView(sessions));
  const trees = root.own(new BothTrees(rooms, threads));
  const unsent = root.own(new Unsent(context.workspaceState));
  const delivery = root.own(new Delivery(sessions, unsent));
  const snooze = root.own(new Snooze(context.globalState, systemClock));
  const shared = new Shared(context.globalState);
  const emoji = root.own(new EmojiList(context.extensionUri, new RecentEmoji(context.globalState)));
  root.own(
    registerCommands({
      accounts,
      sessions,
      rows: rooms,
      trees,
      conversations: inBrowser(sessions),
      pickRoom: pickKnownRoom,
      roomPickers,
      messages: messageParts(sessions, emoji),
      pickThread,
      picker: new RoomPicker(context.workspaceState),
      git: new Git(),
      unsent,
      delivery,
      shared,
      snooze,
    }),
  );
  root.own(
    showStatus({ current: sessions, unsent, snooze, elsewhere: accounts.elsewhere, clock: systemClock }),
  );
  root.own(announce({ accounts, trees, delivery, snooze, shared }));
  void sessions.restore();
}

const roomPickers = {
  anywhere: pickAnywhere,
  channel: pickChannel,
  people: pickPeople,
  member: pickMember,
};

function messageParts(sessions: Accounts['sessions'], emoji: EmojiList): Services['messages'] {
  return {
    surface: withoutPage(inBrowser(sessions)),
    emoji,
    pick: (session, question) => pickMessage(session, question, (title) => pickKnownRoom(session, title)),
  };
}

interface Parts {
  readonly accounts: Accounts;
  readonly trees: BothTrees;
  readonly delivery: Delivery;
  readonly snooze: Snooze;
  readonly shared: Shared;
}

function announce({ accounts, trees, delivery, snooze, shared }: Parts): Disposable {
  return showToasts({
    current: accounts.sessions,
    clock: systemClock,
    snooze,
    shared,
    focus: accounts.lastFocus,
    debugging,
    screen: trees,
    answers: {
      reply: (session, message) => reply(delivery, session, message),
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
