import type { SamplesOf } from './sample';

export const server: SamplesOf<'server'> = { info: { args: {} } };

export const settings: SamplesOf<'settings'> = {
  public: { args: { _id: 'Site_Url' } },
  oauth: { args: {} },
};

export const permissions: SamplesOf<'permissions'> = { listAll: { args: {} } };

export const spotlight: SamplesOf<'spotlight'> = { search: { args: { query: 'bo' } } };

export const commands: SamplesOf<'commands'> = {
  list: { args: {} },
  get: { args: { command: 'shrug' } },
  run: { args: { command: 'shrug', roomId: 'dev', params: 'no idea' } },
};

export const emojiCustom: SamplesOf<'emojiCustom'> = {
  list: { args: { updatedSince: '2026-01-01T00:00:00.000Z' } },
  all: { args: { name: 'party' } },
};

export const directory: SamplesOf<'directory'> = { search: { args: { text: 'de', type: 'channels' } } };
