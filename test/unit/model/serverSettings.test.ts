import assert from 'node:assert/strict';
import type { WireSetting } from '../../../src/api/wireServer';
import { loadSettings, usualSettings } from '../../../src/model/serverSettings';
import { fakeClient } from '../../support/fakeClient';
import { argsOf } from '../../support/fakeSession';

const usual = {
  Message_MaxAllowedSize: 200,
  Message_AllowEditing: false,
  Message_AllowEditing_BlockEditInMinutes: 5,
  Message_AllowDeleting: false,
  Message_AllowDeleting_BlockDeleteInMinutes: 10,
  Message_ShowDeletedStatus: true,
  Message_AllowPinning: false,
  Message_AllowStarring: true,
  Message_Read_Receipt_Enabled: true,
  Message_Read_Receipt_Store_Users: true,
  Message_GroupingPeriod: 60,
  Message_TimeFormat: 'H:mm',
  Message_AllowUnrecognizedSlashCommand: true,
  Message_AllowDirectMessagesToYourself: false,
  Threads_enabled: true,
  Discussion_enabled: false,
  Favorite_Rooms: false,
  API_Embed: false,
  Hide_System_Messages: ['uj', 'ul'],
  FileUpload_Enabled: false,
  FileUpload_Enabled_Direct: false,
  FileUpload_MaxFileSize: 1000,
  FileUpload_MediaTypeWhiteList: 'image/*, Text/plain',
  FileUpload_MediaTypeBlackList: '',
  DirectMesssage_maxUsers: 4,
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
      allowsEditing: false,
      editableFor: 300_000,
      allowsDeleting: false,
      deletableFor: 600_000,
      showsDeleted: true,
      allowsPinning: false,
      allowsStarring: true,
      allowsThreads: true,
      allowsDiscussions: false,
      allowsFavorites: false,
      hasReceipts: true,
      namesReaders: true,
      groupingPeriod: 60_000,
      hasPreviews: false,
      timeFormat: 'H:mm',
      hiddenTypes: ['uj', 'ul'],
      sendsUnknownCommands: true,
      files: {
        isAllowed: false,
        isAllowedInDirect: false,
        maxSize: 1000,
        taken: ['image/*', 'text/plain'],
        refused: [],
      },
      maxDirectMembers: 4,
      allowsSelfMessages: false,
      usesRealNames: true,
      allowsInvisible: false,
      allowsStatusMessage: false,
    });
    assert.equal(client.calls.length, 1);
  });

  it('takes the defaults of Rocket.Chat for what is missing or makes no sense', async () => {
    const client = serverWith({
      Message_MaxAllowedSize: 'long',
      Message_AllowEditing_BlockEditInMinutes: -1,
      Hide_System_Messages: 'uj',
      FileUpload_MaxFileSize: null,
      Site_Url: 'javascript:alert(1)',
      UI_Use_Real_Name: 1,
    });

    const settings = await loadSettings(client, {});

    assert.deepEqual(settings, usualSettings);
    assert.deepEqual(
      [settings.maxMessageLength, settings.groupingPeriod, settings.files.maxSize, settings.files.refused],
      [5000, 300_000, 104857600, ['image/svg+xml']],
    );
  });

  it('knows a server that takes files of any size', async () => {
    const { files } = await loadSettings(serverWith({ ...usual, FileUpload_MaxFileSize: -1 }), {});

    assert.equal(files.maxSize, undefined);
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
