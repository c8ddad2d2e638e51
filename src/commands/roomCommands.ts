import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Guard } from '../model/guard/guard';
import type { CurrentSession } from '../model/session';
import type { Conversations } from './conversations';
import { registerDiscussion } from './discussion';
import { registerGoing } from './goToRoom';
import { registerJoining } from './joinChannel';
import { registerMembers } from './members';
import { registerRoomMarks } from './roomMarks';
import { registerOpening, type OpeningRows } from './roomOpening';
import type { RoomPickers } from './roomPickers';
import { registerRoomCommands, type RoomList } from './rooms';
import type { PickKnownRoom, RoomRows } from './roomTargets';

export interface RoomServices {
  readonly list: RoomList;
  /** Rows of whichever tree. */
  readonly rows: RoomRows & OpeningRows;
  readonly conversations: Conversations;
  readonly pick: PickKnownRoom;
  readonly pickers: RoomPickers;
  readonly guard: Guard;
}

/** Everything that is done to rooms, and every way to one. */
export function registerAllOfRooms(current: CurrentSession, services: RoomServices): Disposable {
  const { list, rows, conversations, pick, pickers, guard } = services;
  const sources = { rows, conversations, pick };
  const lifetime = new Lifetime();
  lifetime.own(registerRoomCommands(current, list, sources));
  lifetime.own(registerOpening(current, { rows, conversations, sources }));
  lifetime.own(registerRoomMarks(current, sources));
  lifetime.own(registerJoining(current, { rows, conversations, pickers }));
  lifetime.own(registerMembers(current, { sources, conversations, pickers }));
  lifetime.own(registerDiscussion(current, { sources, conversations, guard }));
  lifetime.own(registerGoing(current, { conversations, pickers }));
  return lifetime;
}
