import type { JsonObject } from '../route';
import type { User } from '../world/documents';

/** What everybody may know of a user. */
export function publicProfile(user: User): JsonObject {
  const { _id, username, name, type, status, statusText, utcOffset, active } = user;
  return { _id, username, name, type, status, statusText, utcOffset, active };
}

/** What the user, and who holds `view-full-other-user-info`, may know in addition. */
export function fullProfile(user: User): JsonObject {
  const { emails, roles, statusConnection, createdAt } = user;
  return { ...publicProfile(user), emails, roles, statusConnection, createdAt };
}

/** What the list of who is there says of a user. */
export function presence(user: User): JsonObject {
  const { _id, username, name, status, statusText, utcOffset } = user;
  // A text, or being busy, is what a person has chosen; the rest follows from being there.
  const statusSource = statusText !== '' || status === 'busy' ? 'manual' : undefined;
  return { _id, username, name, status, statusText, utcOffset, statusSource };
}
