import { privateSettings, publicSettings } from './data/settings';

export type SettingValue = string | number | boolean | readonly string[];

interface Setting {
  readonly _id: string;
  readonly value: SettingValue;
}

const prefix = 'OVERWRITE_SETTING_';

/** The server's settings by id, with the defaults of a new server unless overridden. */
export class Settings {
  private readonly values: Map<string, SettingValue>;

  constructor(overrides: Readonly<Record<string, SettingValue>> = {}) {
    this.values = new Map(Object.entries({ ...privateSettings, ...publicSettings }));
    for (const [id, value] of Object.entries(overrides)) this.set(id, value);
  }

  get(id: string): SettingValue {
    const value = this.values.get(id);
    if (value === undefined) throw new Error(`No setting ${id}: add it to data/settings.ts`);
    return value;
  }

  set(id: string, value: SettingValue): void {
    this.get(id);
    this.values.set(id, value);
  }

  has(id: string): boolean {
    return this.values.has(id);
  }

  /** What anyone may read. */
  published(): Setting[] {
    return Object.keys(publicSettings).map((_id) => ({ _id, value: this.get(_id) }));
  }

  all(): Setting[] {
    return [...this.values].map(([_id, value]) => ({ _id, value }));
  }

  /** What it is on a new server. */
  initial(id: string): SettingValue | undefined {
    return publicSettings[id] ?? privateSettings[id];
  }

  /** Everything under one prefix, by the rest of the id. */
  under(start: string): Record<string, SettingValue> {
    const entries = [...this.values].filter(([id]) => id.startsWith(start));
    return Object.fromEntries(entries.map(([id, value]) => [id.slice(start.length), value]));
  }
}

/**
 * `OVERWRITE_SETTING_<id>` as a real server reads it: typed by the default; unknown ids change nothing.
 * `TEST_MODE=true` switches the rate limiter off.
 */
export function settingsFromEnvironment(env: NodeJS.ProcessEnv): Record<string, SettingValue> {
  const known: Record<string, SettingValue> = { ...privateSettings, ...publicSettings };
  const found: Record<string, SettingValue> = {};
  for (const [name, text] of Object.entries(env)) {
    const id = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    const before = known[id];
    if (before !== undefined && text !== undefined) found[id] = typedLike(before, text);
  }
  if (env['TEST_MODE'] === 'true') found['API_Enable_Rate_Limiter'] = false;
  return found;
}

function typedLike(before: SettingValue, text: string): SettingValue {
  if (typeof before === 'boolean') return text === 'true';
  if (typeof before === 'number') return Number(text);
  if (typeof before === 'string') return text;
  return text.split(',').filter((part) => part !== '');
}
