import assert from 'node:assert/strict';
import { Drafts } from '../../../src/model/drafts';
import { messageId } from '../../../src/model/message';
import { roomId } from '../../../src/model/room';
import { FakeClock } from '../../support/fakeClock';
import { FakeFiles } from '../../support/fakes/files';

const place = { room: roomId('general') };
const thread = { ...place, thread: messageId('m1') };

describe('Drafts', () => {
  let files: FakeFiles;
  const window = () => new Drafts(files, new FakeClock());
  beforeEach(() => (files = new FakeFiles()));

  it('are there in the next window, each in its place', async () => {
    const quotes = [{ id: messageId('m2'), author: 'bob', text: 'quoted' }];
    const drafts = window();

    await drafts.write(place, { text: 'of the room', quotes });
    await drafts.write(thread, { text: 'of the thread' });

    assert.deepEqual(await window().read(place), { text: 'of the room', quotes });
    assert.equal((await window().read(thread))?.text, 'of the thread');
  });

  it('keep which message is being changed, and what stood in the box before', async () => {
    const draft = {
      text: 'better',
      edits: messageId('m1'),
      before: { text: 'waits', quotes: [] },
      quotes: [],
    };

    await window().write(place, draft);

    assert.deepEqual(await window().read(place), draft);
  });

  it('are gone when nothing is left of them', async () => {
    const drafts = window();
    await drafts.write(place, { text: 'hello' });

    await drafts.write(place, { text: '  ' });

    assert.deepEqual([...files.texts.keys()], []);
  });

  it('end as the last key left them', async () => {
    const drafts = window();

    await Promise.all(['h', 'he', 'hel'].map((text) => drafts.write(place, { text })));

    assert.equal((await drafts.read(place))?.text, 'hel');
  });

  it('are nothing where the file is damaged', async () => {
    const drafts = window();
    await drafts.write(place, { text: 'hello' });
    const [name = '', text = ''] = [...files.texts][0] ?? [];
    files.texts.set(name, text.replace('hello', 'hullo'));

    assert.equal(await drafts.read(place), undefined);
  });

  it('stay as long as nobody knows whether they were accepted', async () => {
    const drafts = window();
    const held = await drafts.hold(place, { text: '/topic New' });
    await drafts.write(place, { text: '' });

    const during = await window().read(place);
    await held.release();

    assert.equal(during?.text, '/topic New');
    assert.equal(await window().read(place), undefined);
  });

  it('come back before what was written since', async () => {
    const drafts = window();
    const held = await drafts.hold(place, { text: 'refused' });
    await drafts.write(place, { text: 'since' });

    await held.giveBack();

    assert.equal((await window().read(place))?.text, 'refused\n\nsince');
  });

  it('keep nothing of what was sent, however much is on its way', async () => {
    const drafts = window();
    const first = await drafts.hold(place, { text: '/remind me' });
    await drafts.write(place, { text: 'hello' });
    const second = await drafts.hold(place, { text: 'hello' });

    await second.release();
    const during = await window().read(place);
    await first.release();

    assert.equal(during?.text, '/remind me');
    assert.equal(await window().read(place), undefined);
  });

  it('keep all that is on its way, in the order in which it was sent', async () => {
    const drafts = window();

    await drafts.hold(place, { text: 'first' });
    await drafts.hold(place, { text: 'second' });

    assert.equal((await window().read(place))?.text, 'first\n\nsecond');
  });

  it('take up an edit again that came back, with what was written since behind it', async () => {
    const drafts = window();
    const held = await drafts.hold(place, { text: 'better', edits: messageId('m1') });
    await drafts.write(place, { text: 'since' });

    await held.giveBack();

    const draft = await window().read(place);
    assert.deepEqual([draft?.text, draft?.edits, draft?.before?.text], ['better', 'm1', 'since']);
  });
});
