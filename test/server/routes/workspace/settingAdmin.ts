import { settingBounds } from '../../data/settings';
import { failure, meteorError, plainError } from '../../failures';
import { isObject } from '../../isObject';
import type { Call, JsonObject, Route } from '../../route';
import type { Settings, SettingValue } from '../../settings';
import { listed } from '../lists';
import { closed, optionalFlag, optionalText, paging, text } from '../schemas';

const change = { type: 'object', properties: { _id: text, value: {}, editor: text }, required: ['_id'] };

/** All settings, for who may see and change them. */
export function settingAdminRoutes(settings: Settings): readonly Route[] {
  return [
    {
      verb: 'GET',
      name: 'settings',
      auth: 'required',
      query: closed({ ...paging, includeDefaults: optionalFlag, fields: optionalText, query: optionalText }),
      handle: (call) => list(call, settings),
    },
    {
      verb: 'GET',
      name: 'settings/:_id',
      auth: 'required',
      permissions: ['view-privileged-setting'],
      handle: (call) => get(call, settings),
    },
    {
      verb: 'POST',
      name: 'settings/:_id',
      auth: 'required',
      permissions: ['edit-privileged-setting'],
      secondFactor: true,
      body: { type: 'object', properties: { value: {}, execute: { type: 'boolean' }, editor: text } },
      handle: (call) => set(call, settings),
    },
    {
      verb: 'POST',
      name: 'settings',
      auth: 'required',
      since: '8.8',
      secondFactor: 'everyTime',
      body: closed({ settings: { type: 'array', items: change } }, ['settings']),
      handle: (call) => setMany(call, settings),
    },
  ];
}

function list({ world, user, query, page }: Call, settings: Settings): JsonObject {
  const mayViewAll = world.hasPermission(user, 'view-privileged-setting');
  const { items, place } = listed(mayViewAll ? settings.all() : settings.published(), page, { _id: 1 });
  const shown = query['includeDefaults']
    ? items.map((setting) => ({ ...setting, packageValue: settings.initial(setting._id) }))
    : items;
  return { settings: shown, ...place };
}

function get({ params }: Call, settings: Settings): JsonObject {
  const _id = knownId(settings, params['_id']);
  return { _id, value: settings.get(_id) };
}

function set({ world, params, body }: Call, settings: Settings): JsonObject {
  const _id = knownId(settings, params['_id']);
  if (!Object.hasOwn(body, 'value')) throw failure();
  const value = storable(settings.get(_id), body['value']);
  if (value === undefined) throw failure();
  if (Number.isNaN(value)) throw refused(invalid, `Invalid setting value ${String(body['value'])}`);
  refuseOutOfBounds(_id, value);
  world.changeSetting(_id, value);
  return {};
}

function knownId(settings: Settings, id = ''): string {
  if (!settings.has(id)) throw failure();
  return id;
}

/** Taken as it comes, but for numbers in texts; undefined for what no setting can be. */
function storable(before: SettingValue, value: unknown): SettingValue | undefined {
  if (typeof before === 'number' && isText(value)) return Number(value);
  if (isText(value) || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) && value.every(isText) ? value : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function refuseOutOfBounds(_id: string, value: SettingValue): void {
  const bounds = settingBounds[_id];
  if (!bounds || typeof value !== 'number') return;
  const isTooSmall = value < bounds.least;
  if (!isTooSmall && value <= bounds.most) return;
  const limit = isTooSmall
    ? `greater than or equal to ${bounds.least}`
    : `less than or equal to ${bounds.most}`;
  throw refused(invalid, `Value for setting ${_id} must be ${limit}`);
}

const invalid = 'error-invalid-setting-value';

function refused(code: string, reason: string, more: JsonObject = {}) {
  return meteorError(code, reason, { method: 'saveSettings', ...more });
}

/** All or nothing, and each of its kind; ids that nobody knows change nothing. */
function setMany({ world, user, body }: Call, settings: Settings): JsonObject {
  const changes = changesIn(body['settings']);
  if (!world.hasPermission(user, 'edit-privileged-setting')) {
    const settingIds = changes.map(({ _id }) => _id);
    throw refused('error-action-not-allowed', 'Editing settings is not allowed', { settingIds });
  }
  const known = changes.filter(({ _id }) => settings.has(_id));
  const checked = known.map(({ _id, value }) => ({ _id, value: ofKind(settings.get(_id), value) }));
  for (const { _id, value } of checked) refuseOutOfBounds(_id, value);
  for (const { _id, value } of checked) world.changeSetting(_id, value);
  return {};
}

function changesIn(given: unknown): { _id: string; value: unknown }[] {
  const changes: unknown[] = Array.isArray(given) ? given : [];
  return changes.filter(isObject).map(({ _id, value }) => ({ _id: String(_id), value }));
}

function ofKind(before: SettingValue, value: unknown): SettingValue {
  const taken = storable('', value);
  const kind = typeof before;
  if (taken === undefined || typeof taken !== kind) {
    throw plainError(`Match error: Expected ${kind}, got ${typeof value}`);
  }
  if (typeof taken === 'number' && !Number.isInteger(taken)) {
    throw refused(invalid, `Invalid setting value ${taken}`);
  }
  return taken;
}
