import assert from 'node:assert/strict';
import type { WireSetting } from '../../../src/api/wireServer';
import { loadSettings } from '../../../src/model/serverSettings';
import { fakeClient } from '../../support/fakeClient';
import { argsOf } from '../../support/fakeSession';

const usual = {
  Message_MaxAllowedSize: 200,
  Message_AllowPinning: false,
  Message_AllowStarring: true,
  Threads_enabled: true,
  Discussion_enabled: false,
  Site_Url: 'https://chat.example.org/team/',
  UI_Use_Real_Name: true,
  Accounts_AllowInvisibleStatusOption: false,
  Accounts_AllowUserStatusMessageChange: false,
};

function numbered(many: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: many }, (_, at) => [`Other_${at}`, at]));
}

/** Answers these settings, whatever it is asked for. */
function serverWith(values: Readonly<Record<string, unknown>>) {
  const all = Object.entries(values).map(([_id, value]): WireSetting => ({ _id, value }));
  return fakeClient({
    settings: {
      public: ({ count = 50, offset = 0 }) => {
        const settings = all.slice(offset, offset + count);
        return { settings, count: settings.length, offset, total: all.length };
      },
    },
  });
}

describe('loadSettings', () => {
  it('asks for what it needs in one request', async () => {
    const client = serverWith(usual);

    assert.deepEqual(await loadSettings(client, {}), {
      maxMessageLength: 200,
      siteUrl: 'https://chat.example.org/team',
      allowsPinning: false,
      allowsStarring: true,
      allowsThreads: true,
      allowsDiscussions: false,
      usesRealNames: true,
      allowsInvisible: false,
      allowsStatusMessage: false,
    });
    assert.equal(client.calls.length, 1);
  });

  it('takes the defaults of Rocket.Chat for what is missing or makes no sense', async () => {
    const client = serverWith({
      Message_MaxAllowedSize: 'long',
      Site_Url: 'javascript:alert(1)',
      UI_Use_Real_Name: 1,
    });

    assert.deepEqual(await loadSettings(client, {}), {
      maxMessageLength: 5000,
      siteUrl: undefined,
      allowsPinning: true,
      allowsStarring: true,
      allowsThreads: true,
      allowsDiscussions: true,
      usesRealNames: false,
      allowsInvisible: true,
      allowsStatusMessage: true,
    });
  });

  it('reads on, as far as it needs, where an old server answers all settings page by page', async () => {
    const client = serverWith({ ...numbered(230), ...usual, ...numbered(500) });

    const { maxMessageLength } = await loadSettings(client, {});

    assert.equal(maxMessageLength, 200);
    assert.deepEqual(
      argsOf(client, 'settings.public').map((args) => 'offset' in args && args.offset),
      [0, 100, 200],
    );
  });
});
