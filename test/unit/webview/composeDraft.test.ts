import assert from 'node:assert/strict';
import { emptyComposition } from '../../../src/model/composition';
import { CompositionDrafts } from '../../../src/model/compositionDrafts';
import { messageId } from '../../../src/model/message';
import { roomId } from '../../../src/model/room';
import { ComposeDraft, type DraftChange } from '../../../src/webview/composeDraft';
import { FakeClock } from '../../support/fakeClock';
import { FakeFiles } from '../../support/fakes/files';
import { composition } from '../../support/makers/composition';

const sent = [{ entry: '#general', room: roomId('general'), message: messageId('m1'), files: [] }];

describe('A draft that is open in two windows', () => {
  let drafts: CompositionDrafts;
  const window = () =>
    ComposeDraft.read(drafts, 'd1', {
      bytes: new Map(),
      otherwise: { form: emptyComposition, files: [] },
    });
  beforeEach(() => {
    drafts = new CompositionDrafts(new FakeFiles(), new FakeClock());
  });

  it('is taken once the other one has sent it', async () => {
    const mine = await window();
    const other = await window();

    await other.rememberSent(sent);

    assert.deepEqual([await mine.isTaken(), await other.isTaken()], [true, false]);
  });

  it('is taken once the other one has let go of it', async () => {
    const mine = await window();
    const other = await window();

    await other.remove();

    assert.equal(await mine.isTaken(), true);
  });

  it('is taken once the other one brings a file of it', async () => {
    const mine = await window();
    const other = await window();

    await other.rememberSent([{ entry: '#general', room: roomId('general'), files: [] }]);

    assert.deepEqual([await mine.isTaken(), await other.isTaken()], [true, false]);
  });

  it('is taken once the other one has written on it', async () => {
    const mine = await window();
    const other = await window();

    other.setForm(composition({ text: 'two' }));
    await other.whenKept();

    assert.deepEqual([await mine.isTaken(), await other.isTaken()], [true, false]);
  });

  it('becomes two where both write on it', async () => {
    const mine = await window();
    const other = await window();

    mine.setForm(composition({ text: 'one' }));
    await mine.whenKept();
    other.setForm(composition({ text: 'two' }));
    await other.whenKept();

    const kept = await Promise.all([mine, other].map(({ id }) => drafts.read(id)));
    assert.deepEqual(
      kept.map((draft) => draft?.form.text),
      ['one', 'two'],
    );
    assert.equal(mine.id, 'd1');
  });

  it('outlives the window that knows an older one', async () => {
    const mine = await window();
    const other = await window();
    other.setForm(composition({ text: 'two' }));
    await other.whenKept();

    await mine.remove();

    assert.equal((await drafts.read('d1'))?.form.text, 'two');
  });

  it('goes on under a new id with all that had gone out, where the other one has only written', async () => {
    const mine = await window();
    await mine.rememberSent(sent);
    const other = await window();
    other.setForm(composition({ text: 'two' }));
    await other.whenKept();

    mine.setForm(composition({ text: 'one' }));
    await mine.whenKept();

    assert.notEqual(mine.id, 'd1');
    assert.deepEqual((await drafts.read(mine.id))?.sent, sent);
  });

  it('is taken where a target was let go of that this window knows nothing of', async () => {
    const mine = await window();
    const other = await window();
    const both = [
      { entry: '#a', label: 'a' },
      { entry: '#b', label: 'b' },
    ];
    mine.setForm(composition({ targets: both }));
    await mine.whenKept();
    const third = await window();

    third.setForm(composition({ targets: both.slice(1) }));
    await third.whenKept();

    assert.deepEqual([await mine.isTaken(), await other.isTaken()], [true, true]);
  });

  it('stays one where both have come to the same words', async () => {
    const mine = await window();
    const other = await window();

    for (const one of [mine, other]) {
      one.setForm(composition({ text: 'the same' }));
      await one.whenKept();
    }

    assert.deepEqual([mine.id, other.id], ['d1', 'd1']);
  });

  it('is not taken by what this window is just writing', async () => {
    const mine = await window();

    mine.setForm(composition({ text: 'one' }));

    assert.equal(await mine.isTaken(), false);
  });
});

describe('A draft that another window has sent', () => {
  let drafts: CompositionDrafts;
  let mine: ComposeDraft;
  let other: ComposeDraft;
  const hello = composition({ text: 'Hello' });
  const more = composition({ text: 'Hello, and more' });
  const window = () =>
    ComposeDraft.read(drafts, 'd1', { bytes: new Map(), otherwise: { form: hello, files: [] } });
  const onDisk = async () => (await drafts.list()).map(({ id, form }) => [id, form.text]);
  beforeEach(async () => {
    drafts = new CompositionDrafts(new FakeFiles(), new FakeClock());
    other = await window();
    await other.whenKept();
    mine = await window();
  });

  it('does not come back with the next key', async () => {
    await other.remove();

    mine.setForm(more);
    await mine.whenKept();

    assert.equal(await drafts.read('d1'), undefined);
  });

  it('goes on as a draft of its own, which has not gone anywhere', async () => {
    await other.rememberSent(sent);

    mine.setForm(more);
    await mine.whenKept();

    assert.deepEqual([mine.sent, mine.said], [[], undefined]);
    assert.equal((await drafts.read(mine.id))?.form.text, more.text);
    assert.deepEqual((await drafts.read('d1'))?.sent, sent);
  });

  it('says so once', async () => {
    const changes: DraftChange[] = [];
    mine.onDidChange((change) => changes.push(change));
    await other.remove();

    mine.setForm(more);
    await mine.whenKept();
    mine.setForm(hello);
    await mine.whenKept();

    assert.equal(changes.filter((change) => change === 'moved').length, 1);
    assert.deepEqual(await onDisk(), [[mine.id, 'Hello']]);
  });

  it('takes its files along', async () => {
    mine.addFile({ name: 'a.txt', type: 'text/plain' }, new Blob(['one']));
    await mine.whenKept();
    const [file] = mine.files;
    await other.remove();

    mine.setForm(more);
    await mine.whenKept();

    assert.equal(await (await drafts.readFile(mine.id, file?.id ?? ''))?.text(), 'one');
  });

  it('keeps a file that is added after that with the new draft alone', async () => {
    await other.remove();

    mine.addFile({ name: 'a.txt', type: 'text/plain' }, new Blob(['one']));
    await mine.whenKept();

    const [file] = mine.files;
    const texts = await Promise.all(
      ['d1', mine.id].map(async (id) => (await drafts.readFile(id, file?.id ?? ''))?.text()),
    );
    assert.deepEqual(texts, [undefined, 'one']);
  });

  it('is left alone by what a window only notes down', async () => {
    await other.remove();

    await mine.rememberSent([]);

    assert.deepEqual(await onDisk(), []);
  });

  it('goes with the message that this window had sent at the same time', async () => {
    await other.rememberSent(sent);
    const own = sent.map((one) => ({ ...one, message: messageId('m2') }));

    mine.setSaid(hello);
    await mine.rememberSent(own);

    assert.deepEqual([(await drafts.read(mine.id))?.sent, mine.said], [own, hello]);
    assert.deepEqual((await drafts.read('d1'))?.sent, sent);
  });

  it('is not sent with the key that was pressed before anybody knew', async () => {
    await other.remove();

    mine.setForm(more);

    assert.equal(await mine.isTaken(), true);
    assert.equal(await mine.isTaken(), false);
  });

  it('does not come back where its last key was pressed just before it was let go of', async () => {
    mine.setForm(more);
    await mine.remove();
    await mine.whenKept();

    assert.deepEqual(await onDisk(), []);
  });

  it('stays one where the other window has only noted that a target has it', async () => {
    await other.rememberSent(sent);
    const late = await window();
    await other.rememberSent([]);

    late.setForm(more);
    await late.whenKept();

    assert.deepEqual(await onDisk(), [['d1', more.text]]);
  });
});
