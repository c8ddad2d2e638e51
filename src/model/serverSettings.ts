import type { CallOptions, Client } from '../api/client';
import { optionalCount, optionalText, records, texts } from './parse';

/** What the server allows, as far as we ask. */
export interface ServerSettings {
  /** In UTF-16 units. */
  readonly maxMessageLength: number;
  /** As links to this server begin, without a slash at the end; absent if the server has none of use. */
  readonly siteUrl?: string;
  readonly allowsEditing: boolean;
  /** Ms after which nothing can be edited, or deleted, any more; 0 where it always can. */
  readonly editableFor: number;
  readonly allowsDeleting: boolean;
  readonly deletableFor: number;
  /** What is deleted leaves a mark. */
  readonly showsDeleted: boolean;
  readonly allowsPinning: boolean;
  readonly allowsStarring: boolean;
  readonly allowsThreads: boolean;
  readonly allowsDiscussions: boolean;
  readonly allowsFavorites: boolean;
  /** Who has read a message is known, and by name. */
  readonly hasReceipts: boolean;
  readonly namesReaders: boolean;
  /** Messages of one author within so many ms stand together. */
  readonly groupingPeriod: number;
  /** What a link leads to is shown below it. */
  readonly hasPreviews: boolean;
  /** The clock of those who chose none, as moment.js writes it: `LT`, `H:mm`. */
  readonly timeFormat: string;
  /** Types of system messages that nobody is to see. */
  readonly hiddenTypes: readonly string[];
  /** A text that begins with a slash, and is no command, is sent as it is. */
  readonly sendsUnknownCommands: boolean;
  readonly files: FileSettings;
  /** People in one direct message, me included. */
  readonly maxDirectMembers: number;
  readonly allowsSelfMessages: boolean;
  readonly usesRealNames: boolean;
  /** Being online and shown as offline. */
  readonly allowsInvisible: boolean;
  readonly allowsStatusMessage: boolean;
}

/** What may be uploaded. */
export interface FileSettings {
  readonly isAllowed: boolean;
  readonly isAllowedInDirect: boolean;
  /** In bytes; absent where there is no limit. */
  readonly maxSize?: number;
  /** Media types, `image/*` too; where none is named, all are taken. */
  readonly taken: readonly string[];
  readonly refused: readonly string[];
}

const wanted = [
  'Message_MaxAllowedSize',
  'Message_AllowEditing',
  'Message_AllowEditing_BlockEditInMinutes',
  'Message_AllowDeleting',
  'Message_AllowDeleting_BlockDeleteInMinutes',
  'Message_ShowDeletedStatus',
  'Message_AllowPinning',
  'Message_AllowStarring',
  'Message_Read_Receipt_Enabled',
  'Message_Read_Receipt_Store_Users',
  'Message_GroupingPeriod',
  'Message_TimeFormat',
  'Message_AllowUnrecognizedSlashCommand',
  'Message_AllowDirectMessagesToYourself',
  'Threads_enabled',
  'Discussion_enabled',
  'Favorite_Rooms',
  'API_Embed',
  'Hide_System_Messages',
  'FileUpload_Enabled',
  'FileUpload_Enabled_Direct',
  'FileUpload_MaxFileSize',
  'FileUpload_MediaTypeWhiteList',
  'FileUpload_MediaTypeBlackList',
  'DirectMesssage_maxUsers',
  'Site_Url',
  'UI_Use_Real_Name',
  'Accounts_AllowInvisibleStatusOption',
  'Accounts_AllowUserStatusMessageChange',
] as const;

const second = 1000;
const minute = 60 * second;

type Values = ReadonlyMap<string, unknown>;

/** What is so before a server has said anything: as on a new one. */
export const usualSettings: ServerSettings = settingsOf(new Map());

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

type Setting = (typeof wanted)[number];

function settingsOf(values: Values): ServerSettings {
  const isOn = (id: Setting) => values.get(id) !== false;
  const isTurnedOn = (id: Setting) => values.get(id) === true;
  const number = (id: Setting, otherwise: number) => optionalCount(values.get(id)) ?? otherwise;
  return {
    maxMessageLength: number('Message_MaxAllowedSize', 0) || 5000,
    siteUrl: siteOf(values.get('Site_Url')),
    allowsEditing: isOn('Message_AllowEditing'),
    editableFor: number('Message_AllowEditing_BlockEditInMinutes', 0) * minute,
    allowsDeleting: isOn('Message_AllowDeleting'),
    deletableFor: number('Message_AllowDeleting_BlockDeleteInMinutes', 0) * minute,
    showsDeleted: isTurnedOn('Message_ShowDeletedStatus'),
    allowsPinning: isOn('Message_AllowPinning'),
    allowsStarring: isOn('Message_AllowStarring'),
    allowsThreads: isOn('Threads_enabled'),
    allowsDiscussions: isOn('Discussion_enabled'),
    allowsFavorites: isOn('Favorite_Rooms'),
    hasReceipts: isTurnedOn('Message_Read_Receipt_Enabled'),
    namesReaders: isTurnedOn('Message_Read_Receipt_Store_Users'),
    groupingPeriod: number('Message_GroupingPeriod', 300) * second,
    hasPreviews: isOn('API_Embed'),
    timeFormat: optionalText(values.get('Message_TimeFormat')) ?? 'LT',
    hiddenTypes: texts(values.get('Hide_System_Messages')),
    sendsUnknownCommands: isTurnedOn('Message_AllowUnrecognizedSlashCommand'),
    files: filesOf(values),
    maxDirectMembers: number('DirectMesssage_maxUsers', 8),
    allowsSelfMessages: isOn('Message_AllowDirectMessagesToYourself'),
    usesRealNames: isTurnedOn('UI_Use_Real_Name'),
    allowsInvisible: isOn('Accounts_AllowInvisibleStatusOption'),
    allowsStatusMessage: isOn('Accounts_AllowUserStatusMessageChange'),
  };
}

function filesOf(values: Values): FileSettings {
  const size = values.get('FileUpload_MaxFileSize');
  return {
    isAllowed: values.get('FileUpload_Enabled') !== false,
    isAllowedInDirect: values.get('FileUpload_Enabled_Direct') !== false,
    // A server without a limit says -1.
    maxSize: size === -1 ? undefined : (optionalCount(size) ?? 104857600),
    taken: typesOf(values.get('FileUpload_MediaTypeWhiteList') ?? ''),
    refused: typesOf(values.get('FileUpload_MediaTypeBlackList') ?? 'image/svg+xml'),
  };
}

function typesOf(value: unknown): string[] {
  const types = (optionalText(value) ?? '').split(',');
  return types.map((type) => type.trim().toLowerCase()).filter((type) => type !== '');
}

/** Only an address of the web: links of it are opened. */
function siteOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^https?:\/\/[^/]/.test(value) && URL.canParse(value)
    ? value.replace(/\/+$/, '')
    : undefined;
}
