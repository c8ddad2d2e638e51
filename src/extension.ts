import type * as vscode from 'vscode';
import { Accounts, type Reach } from './accounts/accounts';
import { connect } from './api/connect';
import { probe } from './api/probe';
import { connectRealtime, hasWebSocket } from './api/realtime/connectRealtime';
import { Lifetime } from './base/lifetime';
import { registerCommands } from './commands';
import { Unsent } from './model/unsent';
import { Git } from './platform/git';
import { closeLog, log } from './platform/log';
import { pickKnownRoom } from './views/pickKnownRoom';
import { pickMessage } from './views/pickMessage';
import { RoomPicker } from './views/pickRoom';
import { RoomsView } from './views/roomsView';

export function activate(context: vscode.ExtensionContext): void {
  const root = new Lifetime();
  context.subscriptions.push(root);
  root.own(closeLog);
  const accounts = root.own(new Accounts(context, reach));
  root.own(accounts.showInMenu());
  const { sessions } = accounts;
  const rooms = root.own(new RoomsView(sessions, accounts.elsewhere));
  root.own(
    registerCommands({
      accounts,
      sessions,
      rows: rooms,
      pickRoom: pickKnownRoom,
      pickMessage: (session, question) =>
        pickMessage(session, question, (title) => pickKnownRoom(session, title)),
      picker: new RoomPicker(context.workspaceState),
      git: new Git(),
      unsent: root.own(new Unsent(context.workspaceState)),
    }),
  );
  void sessions.restore();
}

const reach: Reach = {
  connect: (server, credentials) => connect(server, { credentials, log: log.info }),
  probe: (typed, options) => probe(typed, { ...options, log: log.info }),
  live: (server, token) => (hasWebSocket() ? connectRealtime(server, { token, log: log.info }) : undefined),
};
