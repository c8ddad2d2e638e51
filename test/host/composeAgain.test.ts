import assert from 'node:assert/strict';
import { messageId } from '../../src/model/message';
import { eachWithComposer } from '../support/composerHarness';
import { eventually } from '../support/eventually';
import { attachmentForm, composition } from '../support/makers/composition';

const refusal = {
  kind: 'status',
  path: '/api/v1/chat.sendMessage',
  status: 400,
  body: { success: false, error: 'room_is_archived' },
} as const;

describe('A composer, once more', () => {
  const composer = eachWithComposer();

  it('has its files and its text again after a restart', async () => {
    const before = await composer().open();
    before.say({ type: 'form', form: composition({ text: 'Half a thought' }), edition: 1 });
    composer().attach('a.txt', 'one');
    await eventually(
      'the draft is kept',
      () => before.last('files')?.files.length === 1 && before.last('draftState')?.isKept,
    );
    await composer().restart();

    const after = await composer().open();

    assert.equal(after.last('form')?.form.text, 'Half a thought');
    assert.deepEqual(
      after.last('files')?.files.map(({ name, size }) => [name, size]),
      [['a.txt', 3]],
    );
  });

  it('says after a restart that files are left, and sends them to whoever has the message already', async () => {
    const attachments = [attachmentForm({ title: 'Load test' })];
    const before = await composer().open();
    composer().attach('a.txt', 'one');
    await eventually('the file', () => before.last('files')?.files.length === 1);
    const refused = composer().server.faults.add({
      kind: 'status',
      path: '/api/v1/rooms.media/*',
      status: 403,
    });
    before.say({ type: 'sendForm', form: composition({ text: 'Hello', attachments }) });
    await eventually('the file was refused', () => before.last('outcomes')?.outcomes[0]?.state === 'failed');
    await composer().restart();
    refused.remove();

    const after = await composer().open();
    const left = await eventually('what is left', () => {
      const [outcome] = after.last('outcomes')?.outcomes ?? [];
      return outcome?.state === 'failed' && outcome;
    });
    after.say({ type: 'retryTarget', entry: left.entry });
    await eventually('it has gone', () => composer().closed > 0);

    assert.equal(left.reason, 'Its files have not been sent yet.');
    assert.deepEqual(
      composer()
        .posted()
        .map(({ attachments: [first] = [] }) => first?.['title']),
      ['Load test', 'a.txt'],
    );
  });

  it('remembers what goes where before anything leaves', async () => {
    const drop = composer().server.faults.add({ kind: 'drop', path: '/api/v1/chat.*' });
    const { files } = composer();
    const write = files.write.bind(files);
    let before: string | undefined;
    files.write = (name, text) => {
      if (name.startsWith('outbox-')) before ??= files.texts.get('composition-d1.json');
      return write(name, text);
    };
    const page = await composer().open();

    page.say({ type: 'sendForm', form: composition({ text: 'Hello' }) });
    await eventually('it waits', () => page.last('outcomes')?.outcomes[0]?.state === 'waiting');
    drop.remove();

    const [entry] = composer().session.sending.all();
    assert.ok(entry && before?.includes(entry.id));
  });

  it('sends once more what the server has refused, without being told where', async () => {
    const page = await composer().open();
    const refused = composer().server.faults.add(refusal);
    page.say({ type: 'sendForm', form: composition({ text: 'Hello' }) });
    await eventually('refused', () => page.last('outcomes')?.outcomes[0]?.state === 'failed');
    refused.remove();

    await composer().send(composition({ text: 'Hello' }));

    assert.deepEqual(composer().texts(), ['Hello']);
  });

  it('sends what was discarded in the conversation anew, as it stands now', async () => {
    const page = await composer().open();
    const refused = composer().server.faults.add(refusal);
    page.say({ type: 'sendForm', form: composition({ text: 'Hello' }) });
    await eventually('refused', () => page.last('outcomes')?.outcomes[0]?.state === 'failed');
    refused.remove();
    const [entry] = composer().session.sending.all();
    await composer().session.sending.discard(entry?.id ?? messageId(''));

    await composer().send(composition({ text: 'Hello there' }));

    assert.deepEqual(composer().texts(), ['Hello there']);
  });

  it('says at the field that the server takes no custom fields, once that is known', async () => {
    const page = await composer().open();
    const form = composition({ text: 'Hello', customFields: '{"ticket":7}' });

    page.say({ type: 'sendForm', form });

    await eventually('its problem alone', () => {
      const paths = page.last('problems')?.problems.map(({ path }) => path);
      return paths?.length === 1 && paths[0] === 'customFields';
    });
    await composer().send({ ...form, customFields: '' });
  });
});
