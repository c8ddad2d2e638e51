import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Emitter } from '../../src/base/event';
import { Lifetime } from '../../src/base/lifetime';
import type { Composition } from '../../src/model/composition';
import { messageId } from '../../src/model/message';
import { roomId } from '../../src/model/room';
import { Session } from '../../src/model/session';
import { Composers } from '../../src/webview/composers';
import type { MakeComposePart, OpenComposer } from '../../src/webview/composePart';
import { eventually } from '../support/eventually';
import { fakeClient } from '../support/fakeClient';
import { FakeFiles } from '../support/fakes/files';
import { account } from '../support/makers/account';
import { composition } from '../support/makers/composition';
import { room } from '../support/makers/room';

const closeAll = 'workbench.action.closeAllEditors';
const general = roomId('general');

/** As a folder that takes no file of that size, and on a disk that may be full. */
class FilesWithoutBytes extends FakeFiles {
  isFull = false;

  override write(name: string, text: string): Promise<void> {
    return this.isFull || name.endsWith('.file') ? Promise.resolve() : super.write(name, text);
  }
}

describe('The tab of a composer that is closed', () => {
  let lifetime: Lifetime;
  let session: Session;
  let composers: Composers;
  let open: OpenComposer[];
  let offered: string[];
  let isWanted: boolean | Promise<boolean>;
  let writing: FilesWithoutBytes;

  beforeEach(() => {
    lifetime = new Lifetime();
    [open, offered, isWanted] = [[], [], true];
    const client = fakeClient({ chat: { sendMessage: () => new Promise(() => undefined) } });
    writing = new FilesWithoutBytes();
    session = lifetime.own(new Session({ account: account(), client, writing }));
    session.rooms.merge([room('general')]);
    const noteIt: MakeComposePart = (composer) => {
      open.push(composer);
      return { begin: () => undefined, heed: () => false, dispose: () => undefined };
    };
    composers = lifetime.own(
      new Composers({
        extension: vscode.Uri.file('/extension'),
        current: { get: () => session, onDidChange: new Emitter<Session | undefined>().event },
        parts: [noteIt],
        offerReturn: (targets, reason) => {
          offered.push(`${targets} ${reason}`);
          return Promise.resolve(isWanted);
        },
      }),
    );
  });
  afterEach(async () => {
    await vscode.commands.executeCommand(closeAll);
    lifetime.dispose();
  });

  it('comes back with all that stood in it, where a file was being sent', async () => {
    const { draft } = await composed();
    const [file] = draft.files;
    draft.setStatus(file?.id ?? '', { state: 'sending' });
    draft.setForm({ ...draft.form, text: 'Look at this' });

    await vscode.commands.executeCommand(closeAll);

    const back = await eventually('it is back', () => open[1]);
    assert.deepEqual(offered, ['#general notSent']);
    assert.deepEqual(await standsIn(back), ['Look at this', ['x();']]);
  });

  it('comes back where its message waits, and its files with it', async () => {
    const { draft } = await composed();
    const message = messageId('m1');
    await session.sending.send({ room: general }, { text: 'Look', quotes: [], alsoToRoom: false }, message);
    await draft.rememberSent([{ entry: '#general', room: general, message, files: [] }]);

    await vscode.commands.executeCommand(closeAll);

    const back = await eventually('it is back', () => open[1]);
    assert.deepEqual(back.draft.sent, draft.sent);
    assert.deepEqual(await standsIn(back), ['Look', ['x();']]);
  });

  it('stays closed where nobody wants it back, and gives all of it to the next one', async () => {
    isWanted = false;
    const { draft } = await composed();
    draft.setStatus(draft.files[0]?.id ?? '', { state: 'sending' });
    await vscode.commands.executeCommand(closeAll);
    await eventually('it is offered', () => offered.length === 1);

    await composers.compose(session, { place: { room: general } });

    const back = await eventually('it is back', () => open[1]);
    assert.deepEqual(await standsIn(back), ['Look', ['x();']]);
  });

  it('comes back as it stood where the disk did not take it, and is kept once it does', async () => {
    const { draft } = await composed({ text: 'Look' }, []);
    await draft.whenKept();
    writing.isFull = true;
    draft.setForm({ ...draft.form, text: 'Look at this' });
    await draft.whenKept();
    const wasKept = draft.isKept;

    await vscode.commands.executeCommand(closeAll);
    const back = await eventually('it is back', () => open[1]);
    writing.isFull = false;
    back.draft.setForm({ ...back.draft.form, text: `${back.draft.form.text}!` });
    await back.draft.whenKept();

    assert.deepEqual([wasKept, offered, back.draft.isKept], [false, ['#general notKept'], true]);
    assert.equal((await session.compositions.read(draft.id))?.form.text, 'Look at this!');
  });

  it('goes on as another one where it was not kept, and another window has changed it since', async () => {
    isWanted = false;
    const { draft } = await composed({ text: 'Look' }, []);
    await draft.whenKept();
    writing.isFull = true;
    draft.setForm({ ...draft.form, text: 'Look at this' });
    await vscode.commands.executeCommand(closeAll);
    await eventually('it is offered', () => offered.length === 1);
    writing.isFull = false;
    const elsewhere = { ...draft.content, form: { ...draft.form, text: 'Look there' } };
    await session.compositions.write(draft.id, elsewhere);

    await composers.compose(session, { place: { room: general } });

    const back = await eventually('it is back', () => open[1]);
    assert.deepEqual([back.draft.form.text, back.draft.id === draft.id], ['Look at this', false]);
    assert.equal((await session.compositions.read(draft.id))?.form.text, 'Look there');
  });

  it('is offered to nobody where nothing was on its way, and its files are there in the next one', async () => {
    await composed();
    await vscode.commands.executeCommand(closeAll);

    await composers.compose(session, { place: { room: general } });

    const back = await eventually('it is back', () => open[1]);
    assert.deepEqual(offered, []);
    assert.deepEqual(await standsIn(back), ['Look', ['x();']]);
  });

  it('is offered to nobody where a message without files waits: that goes by itself', async () => {
    const { draft } = await composed({ text: 'Hello' }, []);
    const message = messageId('m1');
    await session.sending.send({ room: general }, { text: 'Hello', quotes: [], alsoToRoom: false }, message);
    await draft.rememberSent([{ entry: '#general', room: general, message, files: [] }]);

    await vscode.commands.executeCommand(closeAll);

    await composers.compose(session, { place: { room: general } });
    await eventually('another one', () => open[1]);
    assert.deepEqual(offered, []);
    assert.equal((await session.compositions.read(draft.id))?.form.text, 'Hello');
  });

  it('is offered to nobody once another window has discarded it', async () => {
    const { draft } = await composed();
    draft.setStatus(draft.files[0]?.id ?? '', { state: 'sending' });
    await draft.whenKept();
    await session.compositions.remove(draft.id);

    await vscode.commands.executeCommand(closeAll);
    await composers.compose(session, { place: { room: general } });

    const next = await eventually('another one', () => open[1]);
    assert.deepEqual(offered, []);
    assert.deepEqual(await standsIn(next), ['', []]);
  });

  it('does not come back by its offer once another window has finished it', async () => {
    let answer: (isWanted: boolean) => void = () => undefined;
    isWanted = new Promise((resolve) => (answer = resolve));
    const { draft } = await composed();
    draft.setStatus(draft.files[0]?.id ?? '', { state: 'sending' });
    await vscode.commands.executeCommand(closeAll);
    await eventually('it is offered', () => offered.length === 1);
    await session.compositions.remove(draft.id);

    answer(true);
    await composers.compose(session, { place: { room: general } });

    const next = await eventually('another one', () => open[1]);
    assert.deepEqual(await standsIn(next), ['', []]);
    assert.equal(open.length, 2);
  });

  it('leaves what another window has written in it meanwhile', async () => {
    const { draft } = await composed({ text: '' }, []);
    await session.compositions.write(draft.id, { form: { ...draft.form, text: 'Elsewhere' }, files: [] });

    await vscode.commands.executeCommand(closeAll);
    await composers.compose(session, { place: { room: general } });

    const next = await eventually('it is open again', () => open[1]);
    assert.deepEqual(await standsIn(next), ['Elsewhere', []]);
  });

  async function composed(
    form: Partial<Composition> = composition({ text: 'Look' }),
    files = [{ name: 'a.ts', type: 'text/plain', bytes: new Blob(['x();']) }],
  ): Promise<OpenComposer> {
    await composers.compose(session, { place: { room: general }, form, files });
    return eventually('it is open', () => open[0]);
  }

  async function standsIn({ draft }: OpenComposer): Promise<readonly [string, readonly string[]]> {
    return [draft.form.text, await Promise.all(draft.files.map(({ bytes }) => bytes.text()))];
  }
});
