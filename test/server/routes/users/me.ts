import { preferencePrefix } from '../../data/settings';
import type { JsonObject } from '../../route';
import type { User } from '../../world/documents';
import type { World } from '../../world/world';
import { services } from './profiles';

/** Reads the settings whose ids start alike, by the rest of the id. */
export type SettingsUnder = (start: string) => JsonObject;

/** A user as shown to himself, by `me` and `login`: with every preference, never with a secret. */
export function ownProfile(world: World, user: User, settingsUnder: SettingsUnder): JsonObject {
  const { _id, name, emails, status, statusConnection, statusText, utcOffset, active, roles } = user;
  const username = user.username === '' ? undefined : user.username;
  return {
    _id,
    name,
    username,
    emails,
    email: emails.find((email) => email.verified)?.address,
    status,
    statusDefault: user.statusDefault ?? status,
    statusText,
    statusConnection,
    nickname: user.nickname,
    avatarETag: user.avatarETag,
    bio: user.bio,
    language: user.language,
    requirePasswordChange: user.requirePasswordChange,
    utcOffset,
    active,
    roles,
    _updatedAt: user._updatedAt,
    settings: { profile: {}, preferences: { ...settingsUnder(preferencePrefix), ...user.preferences } },
    avatarUrl: `${world.text('Site_Url')}/avatar/${username ?? ''}`,
    customFields: user.customFields ?? {},
    isOAuthUser: false,
    services: services(user, { exists: true }),
  };
}
