import type { WirePermission } from '../api/wireServer';
import { optionalText, records, texts } from './parse';

/** Who holds a permission where no administrator has changed it, of those permissions that we ask for. */
const usual = {
  'post-readonly': ['admin', 'owner', 'moderator'],
  'pin-message': ['owner', 'moderator', 'admin'],
  'edit-message': ['admin', 'owner', 'moderator'],
  'delete-message': ['admin', 'owner', 'moderator'],
  'delete-own-message': ['admin', 'user', 'federated-external'],
  'force-delete-message': ['admin', 'owner'],
  'bypass-time-limit-edit-and-delete': ['bot', 'app'],
  'start-discussion': ['admin', 'user', 'federated-external', 'guest', 'app'],
  'start-discussion-other-user': ['admin', 'user', 'federated-external', 'owner', 'app'],
  'mention-all': ['admin', 'owner', 'moderator', 'user', 'federated-external'],
  'mention-here': ['admin', 'owner', 'moderator', 'user', 'federated-external'],
  'create-c': ['admin', 'user', 'federated-external', 'bot', 'app'],
  'create-p': ['admin', 'user', 'federated-external', 'bot', 'app'],
  'create-d': ['admin', 'user', 'federated-external', 'bot', 'app'],
  'leave-c': ['admin', 'user', 'federated-external', 'bot', 'anonymous', 'app'],
  'leave-p': ['admin', 'user', 'federated-external', 'bot', 'anonymous', 'app'],
  'view-outside-room': ['admin', 'owner', 'moderator', 'user', 'federated-external'],
  'view-c-room': ['admin', 'user', 'federated-external', 'bot', 'app', 'anonymous'],
  'preview-c-room': ['admin', 'user', 'federated-external', 'anonymous'],
  'view-broadcast-member-list': ['admin', 'owner', 'moderator'],
  'add-user-to-joined-room': ['admin', 'owner', 'moderator'],
  'remove-user': ['admin', 'owner', 'moderator'],
  'message-impersonate': ['bot', 'app'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Permission = keyof typeof usual;

/** Which roles hold each permission. */
export type Holders = ReadonlyMap<string, readonly string[]>;

/** As a server tells them; none of it has to be true to the types. */
export function holdersFromWire(wires: readonly WirePermission[] | undefined): Holders {
  return new Map(
    records(wires).flatMap(({ _id, roles }) => {
      const id = optionalText(_id);
      return id === undefined ? [] : [[id, texts(roles)] as const];
    }),
  );
}

/** Any of the roles is enough. What the server has not told is as on a new one. */
export function isHeld(permission: Permission, roles: readonly string[], holders?: Holders): boolean {
  const allowed = holders?.get(permission) ?? usual[permission];
  return roles.some((role) => allowed.includes(role));
}
