import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { CurrentSession } from '../model/session';
import { registerMessageCommands, type Messages } from './messages';
import { registerRoomCommands, type PickKnownRoom, type RoomRows } from './rooms';
import { registerSessionCommands, type AccountActions, type AccountInUse } from './session';

export interface Commanded {
  readonly accounts: AccountActions;
  readonly sessions: CurrentSession & AccountInUse;
  readonly rows: RoomRows & Pick<Messages, 'messageOf'>;
  readonly pickRoom: PickKnownRoom;
  readonly pickMessage: Messages['pick'];
}

/** Every command of the extension. */
export function registerCommands({ accounts, sessions, rows, pickRoom, pickMessage }: Commanded): Disposable {
  const lifetime = new Lifetime();
  const messages: Messages = { messageOf: (row) => rows.messageOf(row), pick: pickMessage };
  lifetime.own(registerSessionCommands(accounts, sessions));
  lifetime.own(registerRoomCommands(sessions, rows, pickRoom));
  lifetime.own(registerMessageCommands(sessions, messages));
  return lifetime;
}
