import assert from 'node:assert/strict';
import { eachWithComposer } from '../support/composerHarness';
import { eventually } from '../support/eventually';
import type { FakeComposer } from '../support/fakeComposer';
import { composition } from '../support/makers/composition';

describe('A composed message whose file may have arrived', () => {
  const composer = eachWithComposer();

  it('goes with the words that were changed since, where it has not', async () => {
    const page = await composer().open();
    await composer().attached('a.txt', 'one');
    const { faults } = composer().server;
    const paths = ['/api/v1/rooms.mediaConfirm/*', '/api/v1/channels.*'];
    const dropped = paths.map((path) => faults.add({ kind: 'drop', path }));
    page.say({ type: 'sendForm', form: composition({ text: 'Helo' }) });
    await eventually('nobody knows', () => page.last('outcomes')?.outcomes[0]?.state === 'failed');
    for (const fault of dropped) fault.remove();

    await composer().send(composition({ text: 'Hello' }));

    assert.deepEqual(
      composer()
        .posted()
        .map(({ msg, attachments: [first] = [] }) => [msg, first?.['title']]),
      [['Hello', 'a.txt']],
    );
  });
});

describe('A composed message for two targets', () => {
  const composer = eachWithComposer();

  it('brings its file once where they are one room', async () => {
    await composer().open();
    await composer().attached('a.txt', 'one');

    await composer().send(composition({ text: 'Hello', targets: both('#general', 'GENERAL') }));

    assert.deepEqual(composer().texts(), ['Hello']);
  });

  it('brings its files to the one that it is sent to again, and to no other', async () => {
    const { server, session } = composer();
    const other = await session.client.channels.create({ name: 'other' });
    await session.sync.refresh('person');
    const page = await composer().open();
    await composer().attached('a.txt', 'one');
    const refused = server.faults.add({ kind: 'status', path: '/api/v1/rooms.media/*', status: 403 });
    const targets = both('#other', '#general');
    page.say({ type: 'sendForm', form: composition({ text: 'Hello', targets }) });
    await eventually('both refused', () => states(page).join() === 'failed,failed');
    refused.remove();

    page.say({ type: 'retryTarget', entry: '#general' });
    await eventually('it is there', () => composer().posted().length === 1);
    await eventually('the other alone is left', () => states(page).join() === 'failed,delivered');

    assert.equal(server.world.messages.inRoom(other.channel._id).length, 0);
  });

  const both = (...entries: readonly string[]) => entries.map((entry) => ({ entry, label: entry }));
  const states = (page: FakeComposer) => page.last('outcomes')?.outcomes.map(({ state }) => state) ?? [];
});

describe('A composed message after a reload', () => {
  const composer = eachWithComposer();

  it('goes as it was corrected since the server refused it', async () => {
    const before = await composer().open();
    const refused = composer().server.faults.add({
      kind: 'status',
      path: '/api/v1/chat.sendMessage',
      status: 400,
      body: { success: false, error: 'room_is_archived' },
    });
    before.say({ type: 'sendForm', form: composition({ text: 'Helo' }) });
    await eventually('refused', () => before.last('outcomes')?.outcomes[0]?.state === 'failed');
    before.say({ type: 'form', form: composition({ text: 'Hello' }), edition: 1 });
    await eventually('the draft is kept', () => before.last('draftState')?.isKept);
    await composer().restart();
    await composer().session.sending.resume();
    refused.remove();
    const after = await composer().open();
    await eventually('what was refused', () => after.last('outcomes')?.outcomes[0]?.state === 'failed');

    await composer().send(composition({ text: 'Hello' }));

    assert.deepEqual(composer().texts(), ['Hello']);
  });
});
