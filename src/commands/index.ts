import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { CurrentSession } from '../model/session';
import type { Shared } from '../model/shared';
import type { Snooze } from '../model/snooze';
import type { Unsent } from '../model/unsent';
import type { Delivery } from './delivery';
import { registerMessageCommands, type MessageServices } from './messages';
import { registerPinnedFilter, type PinnedRows } from './pinnedFilter';
import { registerReadingCommands, type ReadingViews } from './reading';
import { followDeliveries } from './reply';
import { registerAllOfRooms, type RoomServices } from './roomCommands';
import type { RoomList } from './rooms';
import type { PickKnownRoom } from './roomTargets';
import { registerSessionCommands, type AccountActions, type AccountInUse } from './session';
import { registerShareCommands, type ShareServices } from './share';
import { registerSnoozeCommands } from './snooze';
import { registerStatusCommand } from './status';
import { registerTreeCommands, type TreeActions } from './threads';
import { registerUnsent } from './unsent';

/** What the commands need of the rest of the house. */
export interface Services extends Omit<ShareServices, 'sessions'> {
  readonly accounts: AccountActions;
  readonly sessions: CurrentSession & AccountInUse;
  readonly rows: RoomList & PinnedRows;
  /** Rows of whichever tree. */
  readonly trees: TreeActions & MessageServices['rows'] & RoomServices['rows'];
  readonly conversations: RoomServices['conversations'];
  readonly pickRoom: PickKnownRoom;
  readonly roomPickers: RoomServices['pickers'];
  readonly messages: Pick<MessageServices, 'surface' | 'emoji' | 'pick'>;
  readonly pickThread: ReadingViews['pickThread'];
  readonly unsent: Unsent;
  readonly delivery: Delivery;
  readonly shared: Shared;
  readonly snooze: Snooze;
}

/** Every command of the extension. */
export function registerCommands(services: Services): Disposable {
  const { accounts, sessions, rows, trees, pickRoom, pickThread, delivery } = services;
  const lifetime = new Lifetime();
  lifetime.own(registerSessionCommands(accounts, sessions));
  lifetime.own(
    registerAllOfRooms(sessions, {
      list: rows,
      rows: trees,
      conversations: services.conversations,
      pick: pickRoom,
      pickers: services.roomPickers,
    }),
  );
  lifetime.own(registerTreeCommands(trees));
  lifetime.own(registerPinnedFilter(sessions, rows, pickRoom));
  lifetime.own(
    registerReadingCommands(sessions, {
      messageOf: (row) => trees.messageOf(row) ?? services.messages.surface.messageOf(row),
      allSelected: () => trees.allSelected(),
      pickThread,
    }),
  );
  lifetime.own(registerStatusCommand(sessions));
  lifetime.own(
    registerMessageCommands(sessions, {
      rows: trees,
      conversations: services.conversations,
      ...services.messages,
    }),
  );
  lifetime.own(registerShareCommands(services, delivery));
  lifetime.own(registerUnsent(services.unsent, delivery));
  lifetime.own(followDeliveries(delivery, sessions, services.shared));
  lifetime.own(registerSnoozeCommands(services.snooze));
  return lifetime;
}
