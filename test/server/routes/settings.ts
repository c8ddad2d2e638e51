import type { Call, JsonObject, Route } from '../route';
import type { Settings } from '../settings';

export interface SettingsParts {
  readonly settings: Settings;
  /** The buttons of the login page, as `settings.oauth` lists them. */
  readonly oauthServices: readonly JsonObject[];
}

export function settingsRoutes({ settings, oauthServices }: SettingsParts): readonly Route[] {
  return [
    {
      verb: 'GET',
      name: 'settings.public',
      auth: 'none',
      query: {
        type: 'object',
        properties: {
          count: { type: 'number', nullable: true },
          offset: { type: 'number', nullable: true },
          sort: { type: 'string', nullable: true },
          _id: { type: 'string' },
          query: { type: 'string' },
        },
        additionalProperties: false,
      },
      handle: (call) => published(call, settings),
    },
    {
      verb: 'GET',
      name: 'settings.oauth',
      auth: 'none',
      handle: () => ({ services: oauthServices }),
    },
  ];
}

function published({ query, page }: Call, settings: Settings): JsonObject {
  const wanted = typeof query['_id'] === 'string' && query['_id'] !== '' ? query['_id'] : undefined;
  const ids = wanted?.split(',').map((id) => id.trim());
  const all = settings.published().filter(({ _id }) => ids?.includes(_id) ?? true);
  if (page.sort?.['_id'] === -1) all.reverse();
  const items = all.slice(page.offset, page.offset + page.count);
  return { settings: items, count: items.length, offset: page.offset, total: all.length };
}
