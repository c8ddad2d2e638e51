import type { CustomEmoji } from '../world/customEmoji';
import type { User } from '../world/documents';
import { refOf } from '../world/users';
import type { SettingValue } from '../settings';
import type { World } from '../world/world';
import { publicSettings } from '../data/settings';
import { ofUser } from './roomFeed';
import type { Streams } from './streams';

interface Audience {
  readonly world: World;
  readonly streams: Streams;
}

type Change = 'inserted' | 'updated' | 'removed';

/** Tells what becomes of people, and of what belongs to the workspace as a whole. */
export function followPeople({ world, streams }: Audience): void {
  const { events } = world;
  const known = new Map(world.users.all().map((user) => [user._id, factsOf(user)]));
  const tellAll = (event: string, ...told: unknown[]) => streams.tell(ofAll(event), told);
  events.on('user', (change, user) => {
    const before = known.get(user._id);
    if (change === 'removed') known.delete(user._id);
    else known.set(user._id, factsOf(user));
    tellUser({ world, streams }, { change, user, before });
  });
  events.on('avatar', (of, etag) => tellAll('updateAvatar', { ...of, etag }));
  events.on('roomRole', (role, type, u, scope) => tellAll('roles-change', { type, _id: role, u, scope }));
  events.on('permission', (_id, roles) => tellAll('permissions-changed', 'updated', { _id, roles }));
  events.on('customEmoji', (change, emoji) => tellAll(...emojiChange(change, emoji)));
  events.on('setting', (_id, value) => tellSetting(streams, { _id, value }));
}

function ofAll(event: string) {
  return { collection: 'stream-notify-logged', event };
}

function emojiChange(change: Change, emojiData: CustomEmoji): [string, object] {
  return [change === 'removed' ? 'deleteEmojiCustom' : 'updateEmojiCustom', { emojiData }];
}

function tellSetting(
  streams: Streams,
  setting: { readonly _id: string; readonly value: SettingValue },
): void {
  const told = ['updated', setting];
  if (setting._id in publicSettings) {
    streams.tell({ collection: 'stream-notify-all', event: 'public-settings-changed' }, told);
  }
  streams.tell(ofAll('private-settings-changed'), told);
}

type Facts = Readonly<Record<string, unknown>>;

/** What a person is told of the own account; each preference by itself. */
function factsOf(user: User): Facts {
  const { username, name, emails, roles, active, status, statusText, statusConnection, statusDefault } = user;
  const { statusExpiresAt, utcOffset, nickname, bio, language, customFields, avatarETag } = user;
  const facts: Record<string, unknown> = {
    ...{ username, name, emails, roles, active, status, statusText, statusConnection, statusDefault },
    ...{ statusExpiresAt, utcOffset, nickname, bio, language, customFields, avatarETag },
  };
  for (const [key, value] of Object.entries(user.preferences)) facts[`settings.preferences.${key}`] = value;
  return structuredClone(facts);
}

interface Told {
  readonly change: Change;
  readonly user: User;
  readonly before: Facts | undefined;
}

function tellUser(audience: Audience, { change, user, before }: Told): void {
  const { streams } = audience;
  if (change === 'removed') {
    streams.tell(ofUser(user._id, 'userData'), [{ type: 'removed', id: user._id }]);
    streams.tell(ofAll('Users:Deleted'), [{ userId: user._id }]);
  } else if (before) tellChange(audience, user, before);
}

function tellChange(audience: Audience, user: User, before: Facts): void {
  const { streams } = audience;
  const { _id, username, name } = user;
  const facts = factsOf(user);
  const keys = differing(before, facts);
  const has = (...some: readonly string[]) => some.some((key) => keys.includes(key));
  if (keys.length > 0) {
    streams.tell(ofUser(_id, 'userData'), [{ type: 'updated', id: _id, ...difference(keys, facts) }]);
  }
  if (has('name', 'username')) streams.tell(ofAll('Users:NameChanged'), [{ _id, name, username }]);
  if (has('status', 'statusText')) tellStatus(audience, user);
  if (has('roles')) tellRoles(streams, user, before['roles']);
}

function differing(before: Facts, facts: Facts): string[] {
  const keys = Object.keys({ ...before, ...facts });
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(facts[key]));
}

function difference(keys: readonly string[], facts: Facts) {
  const left = keys.filter((key) => facts[key] === undefined);
  const diff = Object.fromEntries(keys.filter((key) => !left.includes(key)).map((key) => [key, facts[key]]));
  return { diff, unset: Object.fromEntries(left.map((key) => [key, 1])) };
}

const statusNumbers = { offline: 0, online: 1, away: 2, busy: 3 };

function tellStatus({ world, streams }: Audience, user: User): void {
  if (world.isOn('Presence_broadcast_disabled')) return;
  const { _id, username, name, statusText, roles } = user;
  const status = statusNumbers[user.status];
  streams.tell(ofAll('user-status'), [[_id, username, status, statusText, name, roles]]);
  streams.tell({ collection: 'stream-user-presence', event: _id }, [[username, status, statusText]]);
}

function tellRoles(streams: Streams, user: User, before: unknown): void {
  const former: unknown[] = Array.isArray(before) ? before : [];
  const event = ofAll('roles-change');
  const u = refOf(user);
  const added = user.roles.filter((role) => !former.includes(role));
  const removed = former.filter((role) => !user.roles.some((one) => one === role));
  for (const _id of added) streams.tell(event, [{ type: 'added', _id, u }]);
  for (const _id of removed) streams.tell(event, [{ type: 'removed', _id, u }]);
}
