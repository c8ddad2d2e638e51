import type { JsonObject } from '../../route';
import { isBefore } from '../../version';
import type { User } from '../../world/documents';
import type { World } from '../../world/world';

/** What everybody may know of a user. */
export function publicProfile(user: User): JsonObject {
  const { _id, username, name, nickname, bio, type, status, statusText, utcOffset, active, avatarETag } =
    user;
  return { _id, username, name, nickname, bio, type, status, statusText, utcOffset, active, avatarETag };
}

/** What the user, and who holds `view-full-other-user-info`, may know in addition. */
export function fullProfile(user: User): JsonObject {
  const { emails, roles, statusConnection, createdAt, lastLogin, requirePasswordChange } = user;
  const more = { emails, roles, statusConnection, createdAt, lastLogin, requirePasswordChange };
  return { ...publicProfile(user), ...more };
}

/** By what ways a person signs in; the calls say differently that there is a password. */
export function services({ secret }: User, password: unknown): JsonObject {
  return {
    password,
    ...(secret.totpSecret === undefined ? {} : { totp: { enabled: true } }),
    ...(secret.emailSecondFactor ? { email2fa: { enabled: true } } : {}),
  };
}

/** The whole document as the administrative calls answer it, cut for those who may not see all. */
export function accountDocument(world: World, viewer: User | undefined, user: User): JsonObject {
  const { customFields, language, statusDefault, preferences, _updatedAt } = user;
  const shared = { ...publicProfile(user), customFields, language };
  if (!viewer || !world.hasPermission(viewer, 'view-full-other-user-info')) return shared;
  return { ...shared, ...fullProfile(user), statusDefault, settings: { preferences }, _updatedAt };
}

/** What the list of who is there says of a user. */
export function presence({ version }: World, user: User): JsonObject {
  const { _id, username, name, status, statusText, utcOffset, avatarETag } = user;
  return { _id, username, name, status, statusText, utcOffset, avatarETag, ...statusSource(version, user) };
}

/**
 * Since 8.6. A text, being busy, or an end of it, is what a person has chosen; the rest follows from being
 * there.
 */
export function statusSource(version: string, { status, statusText, statusExpiresAt }: User): JsonObject {
  if (isBefore(version, '8.6')) return {};
  const isChosen = statusText !== '' || status === 'busy' || statusExpiresAt !== undefined;
  return { statusSource: isChosen ? 'manual' : undefined, statusExpiresAt };
}
