import type { CallOptions, Client } from '../api/client';
import { records } from './parse';

/** What the server allows, as far as we ask. */
export interface ServerSettings {
  /** In UTF-16 units. */
  readonly maxMessageLength: number;
  /** As links to this server begin, without a slash at the end; absent if the server has none of use. */
  readonly siteUrl?: string;
  readonly allowsPinning: boolean;
  readonly allowsStarring: boolean;
  readonly allowsThreads: boolean;
  readonly allowsDiscussions: boolean;
  readonly usesRealNames: boolean;
  /** Being online and shown as offline. */
  readonly allowsInvisible: boolean;
  readonly allowsStatusMessage: boolean;
}

const wanted = [
  'Message_MaxAllowedSize',
  'Message_AllowPinning',
  'Message_AllowStarring',
  'Threads_enabled',
  'Discussion_enabled',
  'Site_Url',
  'UI_Use_Real_Name',
  'Accounts_AllowInvisibleStatusOption',
  'Accounts_AllowUserStatusMessageChange',
] as const;

type Values = ReadonlyMap<string, unknown>;

export async function loadSettings(client: Client, options: CallOptions): Promise<ServerSettings> {
  return settingsOf(await settingValues(client, wanted, options));
}

/** Public settings by id. Servers before 7.0 do not know `_id` and answer everything, page by page. */
export async function settingValues(
  client: Client,
  wanted: readonly string[],
  options: CallOptions,
): Promise<Values> {
  const values = new Map<string, unknown>();
  let offset = 0;
  for (;;) {
    const query = { _id: wanted.join(','), count: 100, offset };
    const page = await client.settings.public(query, options);
    const settings = records(page.settings);
    for (const setting of settings) values.set(String(setting['_id']), setting['value']);
    offset += settings.length;
    const hasAll = wanted.every((id) => values.has(id));
    if (hasAll || settings.length === 0 || offset >= page.total) return values;
  }
}

function settingsOf(values: Values): ServerSettings {
  const length = values.get('Message_MaxAllowedSize');
  return {
    maxMessageLength: typeof length === 'number' && length > 0 ? length : 5000,
    siteUrl: siteOf(values.get('Site_Url')),
    allowsPinning: values.get('Message_AllowPinning') !== false,
    allowsStarring: values.get('Message_AllowStarring') !== false,
    allowsThreads: values.get('Threads_enabled') !== false,
    allowsDiscussions: values.get('Discussion_enabled') !== false,
    usesRealNames: values.get('UI_Use_Real_Name') === true,
    allowsInvisible: values.get('Accounts_AllowInvisibleStatusOption') !== false,
    allowsStatusMessage: values.get('Accounts_AllowUserStatusMessageChange') !== false,
  };
}

/** Only an address of the web: links of it are opened. */
function siteOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^https?:\/\/[^/]/.test(value) && URL.canParse(value)
    ? value.replace(/\/+$/, '')
    : undefined;
}
