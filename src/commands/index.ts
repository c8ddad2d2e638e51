import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { CurrentSession } from '../model/session';
import { registerMessageCommands, type Messages } from './messages';
import { registerRoomCommands, type PickKnownRoom, type RoomRows } from './rooms';
import { registerSessionCommands, type AccountActions, type AccountInUse } from './session';
import { registerShareCommands, type ShareServices } from './share';

/** What the commands need of the rest of the house. */
export interface Services extends Omit<ShareServices, 'sessions'> {
  readonly accounts: AccountActions;
  readonly sessions: CurrentSession & AccountInUse;
  readonly rows: RoomRows & Omit<Messages, 'pick'>;
  readonly pickRoom: PickKnownRoom;
  readonly pickMessage: Messages['pick'];
}

/** Every command of the extension. */
export function registerCommands(services: Services): Disposable {
  const { accounts, sessions, rows, pickRoom, pickMessage } = services;
  const lifetime = new Lifetime();
  lifetime.own(registerSessionCommands(accounts, sessions));
  lifetime.own(registerRoomCommands(sessions, rows, pickRoom));
  lifetime.own(
    registerMessageCommands(sessions, {
      messageOf: (row) => rows.messageOf(row),
      selected: () => rows.selected(),
      pick: pickMessage,
    }),
  );
  lifetime.own(registerShareCommands(services));
  return lifetime;
}
