import type { Realtime } from '../api/realtime/realtime';
import { publicStreams } from '../api/realtime/streams';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Knowledge } from './knowledge';
import { isRecord, optionalText } from './parse';

/** What this person may do, from the moment that an administrator changes it. Roles in a room come with the room. */
export function followRights(
  realtime: Realtime,
  userId: string,
  knowledge: Pick<Knowledge, 'hearPermission' | 'hearRole'>,
): Disposable {
  const lifetime = new Lifetime();
  lifetime.own(
    realtime.subscribe(publicStreams.permissionsChanged, (change, wire) =>
      knowledge.hearPermission(change, wire),
    ),
  );
  lifetime.own(
    realtime.subscribe(publicStreams.rolesChanged, (wire) => {
      const { type, _id, u, scope } = isRecord(wire) ? wire : {};
      const role = optionalText(_id);
      const isMine = isRecord(u) && u._id === userId && optionalText(scope) === undefined;
      if (isMine && role !== undefined) knowledge.hearRole(role, type !== 'removed');
    }),
  );
  return lifetime;
}
