import type * as vscode from 'vscode';
import { Accounts, type Reach } from './accounts/accounts';
import { connect } from './api/connect';
import { probe } from './api/probe';
import { connectRealtime, hasWebSocket } from './api/realtime/connectRealtime';
import { systemClock } from './base/clock';
import { Lifetime } from './base/lifetime';
import { registerCommands } from './commands';
import { Delivery } from './commands/delivery';
import { Shared } from './model/shared';
import { Snooze } from './model/snooze';
import { Unsent } from './model/unsent';
import { Git } from './platform/git';
import { closeLog, log } from './platform/log';
import { pickKnownRoom } from './views/pickKnownRoom';
import { pickMessage } from './views/pickMessage';
import { RoomPicker } from './views/pickRoom';
import { pickThread } from './views/pickThread';
import { RoomsView } from './views/roomsView';
import { showStatus } from './views/statusBar';

export function activate(context: vscode.ExtensionContext): void {
  const root = new Lifetime();
  context.subscriptions.push(root);
  root.own(closeLog);
  const accounts = root.own(new Accounts(context, reach));
  root.own(accounts.showInMenu());
  const { sessions } = accounts;
  const rooms = root.own(new RoomsView(sessions, accounts.elsewhere));
  const unsent = root.own(new Unsent(context.workspaceState));
  const delivery = root.own(new Delivery(sessions, unsent));
  const snooze = root.own(new Snooze(context.globalState, systemClock));
  const shared = new Shared(context.globalState);
  root.own(
    registerCommands({
      accounts,
      sessions,
      rows: rooms,
      pickRoom: pickKnownRoom,
      pickMessage: (session, question) =>
        pickMessage(session, question, (title) => pickKnownRoom(session, title)),
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
  void sessions.restore();
}

const reach: Reach = {
  connect: (server, credentials) => connect(server, { credentials, log: log.info }),
  probe: (typed, options) => probe(typed, { ...options, log: log.info }),
  live: (server, token) => (hasWebSocket() ? connectRealtime(server, { token, log: log.info }) : undefined),
};
