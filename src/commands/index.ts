import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { AllowedSecrets } from '../model/guard/allowed';
import type { CurrentSession } from '../model/session';
import type { Shared } from '../model/shared';
import type { Snooze } from '../model/snooze';
import type { Unsent } from '../model/unsent';
import { registerAllowedSecrets } from './allowedSecrets';
import { registerComposing } from './compose';
import type { Composer } from './composer';
import type { Delivery } from './delivery';
import { registerMessageCommands, type MessageServices } from './messages';
import { registerPinnedFilter, type PinnedRows } from './pinnedFilter';
import { registerReadingCommands, type ReadingViews } from './reading';
import { followDeliveries } from './reply';
import { registerAllOfRooms, type RoomServices } from './roomCommands';
import type { RoomList } from './rooms';
import type { PickKnownRoom } from './roomTargets';
import { registerSessionCommands, type AccountActions, type AccountInUse } from './session';
import type { ShareServices } from './share';
import { registerShareCommands } from './shareCommands';
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
  readonly composer: Composer;
  readonly pickThread: ReadingViews['pickThread'];
  readonly unsent: Unsent;
  readonly delivery: Delivery;
  readonly shared: Shared;
  readonly snooze: Snooze;
  readonly allowedSecrets: AllowedSecrets;
}

/** Every command of the extension. */
export function registerCommands(services: Services): Disposable {
  const { accounts, sessions, rows, trees, conversations, composer, delivery, guard } = services;
  const lifetime = new Lifetime();
  lifetime.own(registerSessionCommands(accounts, sessions));
  lifetime.own(
    registerAllOfRooms(sessions, {
      list: rows,
      rows: trees,
      conversations,
      pick: services.pickRoom,
      pickers: services.roomPickers,
      guard,
    }),
  );
  lifetime.own(registerTreeCommands(trees));
  lifetime.own(registerPinnedFilter(sessions, rows, services.pickRoom));
  lifetime.own(
    registerReadingCommands(sessions, {
      messageOf: (row) => trees.messageOf(row) ?? services.messages.surface.messageOf(row),
      allSelected: () => trees.allSelected(),
      pickThread: services.pickThread,
    }),
  );
  lifetime.own(registerStatusCommand(sessions, guard));
  lifetime.own(
    registerMessageCommands(sessions, { rows: trees, conversations, composer, guard, ...services.messages }),
  );
  lifetime.own(registerShareCommands(services, delivery));
  lifetime.own(registerUnsent(services));
  lifetime.own(followDeliveries(delivery, sessions, services.shared));
  lifetime.own(registerComposing(sessions, { composer, rows: trees }));
  lifetime.own(registerSnoozeCommands(services.snooze));
  lifetime.own(registerAllowedSecrets(services.allowedSecrets));
  return lifetime;
}
