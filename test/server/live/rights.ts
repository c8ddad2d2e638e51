import { canAccess } from '../world/access';
import type { User } from '../world/documents';
import type { World } from '../world/world';
import type { Event } from './frames';

/** Who asks to listen; undefined: a stranger. */
interface Asking {
  readonly world: World;
  readonly user: User | undefined;
}

type Rule = (asking: Asking, event: string) => boolean;

/** The event of the messages of all rooms that one can see. */
export const myMessages = '__my_messages__';

/** By collection. */
const rules = new Map<string, Rule>([
  ['stream-room-messages', mayReadMessages],
  ['stream-notify-room', mayHearOfRoom],
  ['stream-notify-user', ({ user }, event) => user !== undefined && event.split('/')[0] === user._id],
  ['stream-notify-logged', mayHearAsMember],
  ['stream-notify-all', () => true],
  ['stream-user-presence', ({ user }) => user !== undefined],
]);

/** Undefined for a stream that there is not. */
export function mayListen(asking: Asking, { collection, event }: Event): boolean | undefined {
  return rules.get(collection)?.(asking, event);
}

function mayReadMessages({ world, user }: Asking, event: string): boolean {
  if (event === myMessages) return user !== undefined;
  const room = world.rooms.byId(event);
  if (!room) return false;
  if (!user) return room.t === 'c' && world.isOn('Accounts_AllowAnonymousRead');
  if (canAccess(world, user, room)) return true;
  const isBanned = world.subscriptions.banOf(user._id, room._id) !== undefined;
  return room.t === 'c' && !isBanned && world.hasPermission(user, 'preview-c-room');
}

function mayHearOfRoom({ world, user }: Asking, event: string): boolean {
  const [rid = ''] = event.split('/');
  return user !== undefined && world.subscriptions.of(user._id, rid) !== undefined;
}

function mayHearAsMember({ world, user }: Asking, event: string): boolean {
  if (!user || event !== 'private-settings-changed') return user !== undefined;
  const rights = ['view-privileged-setting', 'edit-privileged-setting'];
  return rights.some((right) => world.hasPermission(user, right));
}
