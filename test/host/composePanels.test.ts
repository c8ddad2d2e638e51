import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Emitter } from '../../src/base/event';
import { Lifetime } from '../../src/base/lifetime';
import { messageId } from '../../src/model/message';
import { Session } from '../../src/model/session';
import { roomId } from '../../src/model/room';
import { Composers } from '../../src/webview/composers';
import { ComposePanels } from '../../src/webview/composePanels';
import { eventually } from '../support/eventually';
import { fakeClient } from '../support/fakeClient';
import { FakeFiles } from '../support/fakes/files';
import { account } from '../support/makers/account';
import { composition } from '../support/makers/composition';
import { room } from '../support/makers/room';

const closeAll = 'workbench.action.closeAllEditors';
const extension = vscode.Uri.file('/extension');

function composeTabs(): readonly vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(
    ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('rocketchat.compose'),
  );
}

describe('Composers', () => {
  let lifetime: Lifetime;
  let files: FakeFiles;
  let session: Session;
  let inUse: Session | undefined;
  let composers: Composers;

  beforeEach(() => {
    lifetime = new Lifetime();
    files = new FakeFiles();
    session = lifetime.own(new Session({ account: account(), client: fakeClient({}), writing: files }));
    session.rooms.merge([room('general')]);
    inUse = session;
    const current = { get: () => inUse, onDidChange: new Emitter<Session | undefined>().event };
    composers = lifetime.own(
      new Composers({ extension, current, parts: [], offerReturn: () => Promise.resolve(false) }),
    );
  });
  afterEach(async () => {
    await vscode.commands.executeCommand(closeAll);
    lifetime.dispose();
  });

  const opened = (count: number) => eventually(`${count} tabs`, () => composeTabs().length === count);
  const kept = (count: number) =>
    eventually(`${count} drafts`, async () => {
      const drafts = await session.compositions.list();
      return drafts.length === count && drafts;
    });

  it('open in a tab, with a draft that goes to the room', async () => {
    await composers.compose(session, { place: { room: roomId('general') } });

    await opened(1);
    const [draft] = await kept(1);
    assert.deepEqual(draft?.form.targets, [{ entry: '#general', label: 'general' }]);
  });

  it('turn to the tab that is open for the room', async () => {
    await composers.compose(session, { place: { room: roomId('general') } });
    await kept(1);

    await composers.compose(session, { place: { room: roomId('general') } });

    await opened(1);
    await kept(1);
  });

  it('open another one for a text of its own', async () => {
    await composers.compose(session, { place: { room: roomId('general') } });
    await kept(1);

    await composers.compose(session, { place: { room: roomId('general') }, form: { text: 'Hello' } });

    await opened(2);
  });

  it('keep what was written elsewhere, with its files, before it goes from there', async () => {
    const file = { name: 'a.ts', type: 'text/plain', bytes: new Blob(['x();']) };

    await composers.compose(session, {
      place: { room: roomId('general') },
      form: { text: 'Look' },
      files: [file],
    });

    const names = [...files.texts.keys()];
    const [draft] = await session.compositions.list();
    assert.equal(names.filter((name) => name.endsWith('.file')).length, 1);
    assert.deepEqual(
      draft?.files.map(({ name, size }) => [name, size]),
      [['a.ts', 4]],
    );
  });

  it('say so where another account is in use by now', async () => {
    inUse = lifetime.own(new Session({ account: account(), client: fakeClient({}) }));

    await assert.rejects(composers.compose(session, { form: { text: 'Look' } }), /not in use/);
  });

  it('take over what did not arrive, with all that hangs on it', async () => {
    const place = { room: roomId('general'), thread: messageId('m1') };
    const extras = { attachments: [{ title: 'Build 7' }], previewUrls: [] };

    await composers.takeOver(session, place, { text: 'because', quotes: [], alsoToRoom: true, extras });

    await opened(1);
    const [draft] = await kept(1);
    const { text, attachments, parseUrls, targets, thread } = draft?.form ?? composition();
    assert.deepEqual([text, attachments[0]?.title, parseUrls], ['because', 'Build 7', false]);
    assert.deepEqual([targets[0]?.entry, thread?.id, thread?.alsoToRoom], ['#general', 'm1', true]);
  });

  it('turn to the draft that has sent a message, where there is one', async () => {
    const sent = { entry: '#general', room: roomId('general'), message: messageId('m1'), files: [] };
    const form = composition({ text: 'Hello' });
    await session.compositions.write('d1', { form, files: [], sent: [sent] });

    const isThere = [
      await composers.showSender(messageId('m2')),
      await composers.showSender(messageId('m1')),
    ];

    await opened(1);
    await kept(1);
    assert.deepEqual(isThere, [false, true]);
  });

  it('keep what stands in a tab that is closed', async () => {
    await composers.compose(session, { form: composition({ text: 'Hello' }) });
    await kept(1);

    await vscode.commands.executeCommand(closeAll);

    await opened(0);
    const [draft] = await kept(1);
    assert.equal(draft?.form.text, 'Hello');
  });

  it('keep nothing of a tab in which nothing stands', async () => {
    await composers.compose(session, { place: { room: roomId('general') } });
    await kept(1);

    await vscode.commands.executeCommand(closeAll);

    await kept(0);
  });

  it('begin anew where the draft for the room has been sent', async () => {
    const sent = { entry: '#general', room: roomId('general'), message: messageId('m1'), files: [] };
    const form = composition({ text: 'Hello' });
    await session.compositions.write('d1', { form, files: [], sent: [sent] });

    await composers.compose(session, { place: { room: roomId('general') } });

    await kept(2);
  });

  it('go on with a draft that was left for the room', async () => {
    await session.compositions.write('d1', { form: composition({ text: 'Half a thought' }), files: [] });

    await composers.compose(session, { place: { room: roomId('general') } });

    await opened(1);
    await kept(1);
  });
});

describe('The tabs of composers', () => {
  const brought: string[] = [];
  const panels = (lifetime: Lifetime) =>
    lifetime.own(
      new ComposePanels({
        extension,
        onDidClose: () => undefined,
        openOver: ({ owner }) => {
          brought.push(owner.draft);
          return { owner, dispose: () => undefined };
        },
      }),
    );

  it('come back with the draft that they held, and go where nobody knows it', async () => {
    const lifetime = new Lifetime();
    const restored = panels(lifetime);
    const make = () => vscode.window.createWebviewPanel('test.compose', 'Compose', vscode.ViewColumn.Active);
    const [known, unknown] = [make(), make()];
    let isGone = false;
    lifetime.own(unknown.onDidDispose(() => (isGone = true)));

    await restored.deserializeWebviewPanel(known, { account: 'ann', draft: 'd1' });
    await restored.deserializeWebviewPanel(unknown, { nonsense: true });

    assert.deepEqual(brought, ['d1']);
    await eventually('the other one is closed', () => isGone);
    known.dispose();
    lifetime.dispose();
  });
});
