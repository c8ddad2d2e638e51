import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Emitter } from '../../src/base/event';
import type { ComposeStart } from '../../src/commands/composer';
import { Sharing, type ChosenRoom, type ShareServices } from '../../src/commands/share';
import type { FormOffer } from '../../src/commands/shareOffer';
import type { SnippetDelivery } from '../../src/commands/shareShipment';
import type { Thing } from '../../src/commands/shareThing';
import { Session } from '../../src/model/session';
import type { ShareAs } from '../../src/model/snippetForm';
import { clientOf } from '../support/clientOf';
import { eventually } from '../support/eventually';
import { longSnippet, MaskingGuard, snippet, thing } from '../support/fakes/sharing';
import { account } from '../support/makers/account';
import { eachWithServer } from '../support/standIn';
import { openGuard } from '../support/openGuard';

describe('Sharing, in each form', () => {
  const server = eachWithServer();
  let session: Session;
  let sent: Parameters<SnippetDelivery['send']>[];
  let remembered: string[];
  let told: string[];

  beforeEach(async () => {
    sent = [];
    remembered = [];
    told = [];
    session = new Session({ account: account({ server: server().url }), client: clientOf(server()) });
    await session.sync.refresh('person');
  });
  afterEach(async () => {
    session.dispose();
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('makes an attachment of a problem, with its colour', async () => {
    const words = [{ markdown: '**Error**', plain: 'Error' }];

    await share([thing(snippet({ kind: 'error', words }))]);

    assert.deepEqual(sentTexts(), ['']);
    assert.deepEqual(sent[0]?.[3]?.attachments, [
      { color: 'danger', title: 'src/a.ts:1', text: '**Error**\n```typescript\nx();\n```' },
    ]);
  });

  it('uploads what is too long for a message, with its first lines above it', async () => {
    server().settings.set('Message_MaxAllowedSize', 300);

    await share([thing(longSnippet(100))], { seesIt: true });

    const [message] = server().world.messages.inRoom('GENERAL');
    assert.match(message?.msg ?? '', /^`src\/a\.ts:1-10` \(first 10 of 100 lines\)\n```typescript\nline0;/);
    assert.deepEqual([message?.files?.[0]?.['name'], sent], ['a.ts', []]);
    assert.deepEqual(remembered, [message?._id]);
  });

  it('asks where it turned out too long, and makes a file of it at once', async () => {
    server().settings.set('Message_MaxAllowedSize', 300);

    await share([thing(longSnippet(100))], {
      meanwhile: () => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'),
    });

    const [message] = server().world.messages.inRoom('GENERAL');
    assert.equal(message?.files?.[0]?.['name'], 'a.ts');
  });

  it('says what the server does not take', async () => {
    server().settings.set('FileUpload_Enabled', false);

    await share([thing()], { setting: 'file' });

    assert.deepEqual(told, ['a.ts was not shared. noFiles']);
    assert.deepEqual(server().world.messages.inRoom('GENERAL'), []);
  });

  it('shares the other files where the server does not take one of them', async () => {
    server().settings.set('FileUpload_MaxFileSize', 100);
    const second = thing(snippet({ path: 'src/b.ts' }), 'src/b.ts');

    await share([thing(longSnippet(100)), second], { setting: 'file' });

    assert.deepEqual(told, ['a.ts was not shared. tooLarge']);
    assert.deepEqual(uploaded(), ['b.ts']);
  });

  it('tries again what was missed, and nothing else', async () => {
    const path = '/api/v1/rooms.media/GENERAL';
    server().faults.add({ kind: 'status', status: 400, path, times: 1 });
    const second = thing(snippet({ path: 'src/b.ts' }), 'src/b.ts');

    await share([thing(), second], { setting: 'file', tellMissed: () => Promise.resolve(true) });

    assert.deepEqual(uploaded(), ['b.ts', 'a.ts']);
  });

  it('shares several things in their order', async () => {
    const second = thing(snippet({ path: 'src/b.ts' }), 'src/b.ts');

    await share([thing(), second]);

    assert.deepEqual(
      sentTexts().map((text) => text.split('\n')[0]),
      ['`src/a.ts:1`', '`src/b.ts:1`'],
    );
  });

  it('lets the guard look at all of it before the first leaves', async () => {
    const guard = new MaskingGuard('x()');
    const words = [{ markdown: 'x() fails', plain: '' }];

    await share([thing(), thing(snippet({ kind: 'error', words }))], { guard });

    assert.deepEqual([...new Set(guard.seen.map(({ label }) => label))], ['src/a.ts', 'src/a.ts:1']);
    assert.deepEqual(sentTexts(), ['`src/a.ts:1`\n```typescript\n***;\n```', '']);
    assert.equal(sent[1]?.[3]?.attachments?.[0]?.text, '*** fails\n```typescript\n***;\n```');
  });

  it('lets the guard look at titles and links', async () => {
    const guard = new MaskingGuard('hush');
    const linkTo = () => 'https://hush.example';

    await share([thing(snippet({ kind: 'error', path: 'hush.ts', linkTo }))], { guard });

    const [attachment] = sent[0]?.[3]?.attachments ?? [];
    assert.deepEqual([attachment?.title, attachment?.title_link], ['***.ts:1', 'https://***.example']);
  });

  it('lets the guard look at names of files', async () => {
    const guard = new MaskingGuard('hush');

    await share([thing(snippet({ path: 'hush.ts' }))], { guard, setting: 'file' });

    assert.equal(server().world.messages.inRoom('GENERAL')[0]?.files?.[0]?.['name'], '***.ts');
  });

  it('uploads a file as the guard leaves it', async () => {
    const guard = new MaskingGuard('x()');

    await share([thing()], { guard, setting: 'file' });

    const [upload] = server().world.uploads.inRoom('GENERAL');
    assert.equal(new TextDecoder().decode(upload?.bytes), '***;\n');
  });

  it('sends nothing where the person goes no further', async () => {
    await share([thing()], { guard: { check: () => Promise.resolve(undefined) } });

    assert.deepEqual(sent, []);
  });

  it('goes on in the composer with everything filled in', async () => {
    const { place, form, files } = await composed([thing(snippet({ kind: 'warning' }))]);

    const [attachment] = form?.attachments ?? [];
    assert.deepEqual([attachment?.color, attachment?.title, files], ['warning', 'src/a.ts:1', []]);
    assert.deepEqual([place, sent], [{ room: 'GENERAL' }, []]);
  });

  it('goes on in the composer with the file', async () => {
    const { form, files = [] } = await composed([thing()], 'file');

    const [file] = files;
    assert.deepEqual([file?.name, await file?.bytes.text()], ['a.ts', 'x();\n']);
    assert.deepEqual([form?.text, form?.attachments], ['`src/a.ts:1`', []]);
  });

  async function composed(things: readonly Thing[], setting?: ShareAs): Promise<ComposeStart> {
    const starts: ComposeStart[] = [];
    const compose = (_session: Session, start: ComposeStart = {}) => Promise.resolve(void starts.push(start));
    await share(things, { setting, composer: { compose } });
    return starts[0] ?? assert.fail('Nothing was composed');
  }

  interface Situation extends Partial<Pick<ShareServices, 'guard' | 'composer' | 'tellMissed'>> {
    readonly setting?: ShareAs;
    /** The person chooses once it is known how long a message may be. */
    readonly seesIt?: boolean;
    readonly meanwhile?: () => Thenable<unknown>;
  }

  async function share(things: readonly Thing[], situation: Situation = {}): Promise<void> {
    const { setting = 'auto', meanwhile } = situation;
    const delivery: SnippetDelivery = {
      send: (...parcel) => {
        sent.push(parcel);
        return Promise.resolve();
      },
    };
    const state = { isOver: false };
    const sharing = new Sharing(servicesFor(situation), delivery, () => setting).share(things);
    const over = sharing.finally(() => (state.isOver = true));
    await eventually('the end of sharing', async () => {
      if (!state.isOver) await meanwhile?.();
      return state.isOver;
    });
    await over;
  }

  function servicesFor({ guard = openGuard, composer, seesIt, tellMissed = tell }: Situation): ShareServices {
    const { event: onDidChange } = new Emitter<Session | undefined>();
    return {
      sessions: { get: () => session, onDidChange, signedOut: () => undefined },
      git: { file: () => Promise.resolve(undefined) },
      guard,
      composer,
      tellMissed,
      fileWords: { refused: ({ kind }) => kind, failed: () => 'failed', size: (bytes) => `${bytes} bytes` },
      conversations: { open: () => Promise.resolve() },
      shared: {
        add: (id) => {
          remembered.push(id);
          return Promise.resolve();
        },
      },
      picker: {
        pick: async (_session, { offer }) => {
          if (seesIt) await eventually('a file', () => offer.title().includes('as the file'));
          if (!composer) return chosen();
          compose(offer);
          return undefined;
        },
      },
    };
  }

  function tell(text: string): Promise<boolean> {
    told.push(text);
    return Promise.resolve(false);
  }

  function compose(offer: FormOffer): void {
    const last = offer.buttons().at(-1);
    assert.ok(last);
    assert.equal(offer.press(last, chosen().room), false);
  }

  function chosen(): ChosenRoom {
    const room = session.rooms.all().find(({ id }) => id === 'GENERAL');
    assert.ok(room);
    return { room, wantsComment: false };
  }

  function uploaded(): unknown[] {
    return server()
      .world.messages.inRoom('GENERAL')
      .map(({ files }) => files?.[0]?.['name']);
  }

  function sentTexts(): string[] {
    return sent.map(([, , text]) => text);
  }
});
