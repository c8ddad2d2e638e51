import type { Call, JsonObject, Route } from '../../route';
import type { Settings } from '../../settings';
import { meant } from '../freeQuery';
import { listed } from '../lists';
import { textOf } from '../parameters';
import { settingAdminRoutes } from './settingAdmin';
import { closed, paging, text } from '../schemas';

interface SettingsParts {
  readonly settings: Settings;
  /** The buttons of the login page, as `settings.oauth` lists them. */
  readonly oauthServices: readonly JsonObject[];
}

export function settingsRoutes({ settings, oauthServices }: SettingsParts): readonly Route[] {
  const handle = (call: Call) => published(call, settings);
  const publicSettings = { verb: 'GET', name: 'settings.public', auth: 'none', handle } as const;
  return [
    { ...publicSettings, since: '7.0', query: closed({ ...paging, _id: text, query: text }) },
    { ...publicSettings, until: '7.0', query: closed({ ...paging, query: text, fields: text }) },
    {
      verb: 'GET',
      name: 'settings.oauth',
      auth: 'none',
      handle: () => ({ services: oauthServices }),
    },
    {
      verb: 'GET',
      name: 'service.configurations',
      auth: 'none',
      handle: () => ({ configurations: oauthServices.map(configuration) }),
    },
    ...settingAdminRoutes(settings),
  ];
}

function published(call: Call, settings: Settings): JsonObject {
  const { query, page } = call;
  const wanted = textOf(query, '_id') ?? '';
  const ids = wanted.split(',').map((id) => id.trim());
  const all = settings.published().filter(({ _id }) => wanted === '' || ids.includes(_id));
  const { items, place } = listed(meant(call, all), page, { _id: 1 });
  return { settings: items, ...place };
}

/** What the server keeps under `service`, the login page calls the button's name. */
function configuration({ name, ...others }: JsonObject): JsonObject {
  return { ...others, service: name };
}
