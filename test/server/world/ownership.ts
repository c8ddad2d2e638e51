import { meteorError } from '../failures';
import type { Room, Subscription, User } from './documents';
import { deleteRoom } from './roomLife';
import { isLastOwner } from './roomRoles';
import type { World } from './world';

/** What becomes of a room when somebody without whom it cannot be goes away. */
interface Fate {
  readonly room: Room;
  /** Who rules it then; with nobody there to do so it ends. */
  readonly heir: Subscription | undefined;
}

/** The rooms that hang on this person; direct messages do not count. */
export function fatesOf(world: World, user: User): Fate[] {
  return world.subscriptions.ofUser(user._id).flatMap(({ rid, t, roles }) => {
    const room = t === 'd' ? undefined : world.rooms.byId(rid);
    if (!room) return [];
    if (isLastOwner(world, room, user)) return [{ room, heir: heirOf(world, room, user) }];
    const isAlone = !roles?.includes('owner') && world.subscriptions.inRoom(rid).length === 1;
    return isAlone ? [{ room, heir: undefined }] : [];
  });
}

/** Who has been there longest. */
function heirOf(world: World, room: Room, user: User): Subscription | undefined {
  return world.subscriptions
    .inRoom(room._id)
    .filter(({ u }) => u._id !== user._id && world.users.byId(u._id)?.active)
    .sort((one, other) => one.ts.localeCompare(other.ts))[0];
}

export function refuseLastOwner(fates: readonly Fate[]): void {
  if (fates.length === 0) return;
  const names = (some: readonly Fate[]) => some.map(({ room }) => room.fname ?? room.name);
  throw meteorError('user-last-owner', undefined, {
    shouldBeRemoved: names(fates.filter(({ heir }) => !heir)),
    shouldChangeOwner: names(fates.filter(({ heir }) => heir)),
  });
}

/** Lets it happen; answers the ids of the rooms that have ended. */
export function relinquish(world: World, fates: readonly Fate[]): string[] {
  for (const { heir } of fates) {
    if (!heir) continue;
    heir.roles = [...(heir.roles ?? []), 'owner'];
    world.touchSubscription(heir);
  }
  const ending = fates.filter(({ heir }) => !heir).map(({ room }) => room);
  for (const room of ending) deleteRoom(world, room);
  return ending.map(({ _id }) => _id);
}
