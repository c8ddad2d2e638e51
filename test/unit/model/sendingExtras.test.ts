import assert from 'node:assert/strict';
import { extrasFrom, plainTextOf, type Extras } from '../../../src/model/sendingExtras';
import { eventually } from '../../support/eventually';
import { FakeFiles } from '../../support/fakes/files';
import { eachWithWindows, general, said, type SendingWindow } from '../../support/sendingWindow';

const send = '/api/v1/chat.sendMessage';
const extras: Extras = {
  attachments: [
    { title: 'Build 7', color: 'good', fields: [{ title: 'Branch', value: 'main', short: true }] },
  ],
  emoji: ':rocket:',
  previewUrls: [],
};

describe('Sending with extras', () => {
  const { server, opened } = eachWithWindows();
  const settled = ({ shown }: SendingWindow) => eventually('nothing left', () => shown().length === 0);
  const bodies = () =>
    server()
      .requests.to('POST', send)
      // What our own client sent.
      .map(({ body }) => JSON.parse(body) as { readonly message: object; readonly previewUrls?: object });

  it('brings them to the server', async () => {
    const window = opened();

    const { id } = await window.session.sending.send(general, { ...said('done'), extras });
    await settled(window);

    const stored = server().world.messages.byId(id);
    assert.deepEqual([stored?.msg, stored?.emoji], ['done', ':rocket:']);
    assert.deepEqual(
      stored?.attachments?.map(({ title }) => title),
      ['Build 7'],
    );
    assert.deepEqual(bodies()[0]?.previewUrls, []);
  });

  it('sends a message whose attachments say it all', async () => {
    const window = opened();

    const { id } = await window.session.sending.send(general, { ...said(''), extras });
    await settled(window);

    assert.equal(server().world.messages.byId(id)?.attachments?.length, 1);
  });

  it('sends them whole in the next window', async () => {
    const folder = new FakeFiles();
    const cut = server().faults.add({ kind: 'drop', path: '/api/v1/chat.*' });
    const first = opened({ folder });
    await first.session.sending.send(general, { ...said('later'), extras });
    await eventually('waiting', () => first.shown()[0] === 'waiting later');
    first.session.dispose();
    cut.remove();

    const second = opened({ folder });
    await second.session.sending.resume();
    const [entry] = second.session.sending.entries(general);
    await settled(second);

    assert.deepEqual(entry?.extras, extras);
    assert.deepEqual(bodies().at(-1)?.previewUrls, []);
  });
});

describe('extrasFrom', () => {
  it('reads back what was written', () => {
    const all: Extras = {
      ...extras,
      alias: 'CI',
      avatar: 'https://example.org/a.png',
      customFields: { a: 1 },
    };

    assert.deepEqual(extrasFrom(JSON.parse(JSON.stringify(all))), all);
  });

  it('leaves out what is not as it should be', () => {
    const odd = {
      attachments: ['x', { title: 'y' }],
      alias: 7,
      emoji: '',
      customFields: [],
      previewUrls: 'no',
    };

    assert.deepEqual(extrasFrom(odd), { attachments: [{ title: 'y' }] });
  });

  it('is nothing where nothing is of use', () => {
    assert.deepEqual([undefined, null, 'text', {}, { alias: 1 }].map(extrasFrom), Array(5).fill(undefined));
  });
});

describe('plainTextOf', () => {
  it('says all that is in a message and its attachments', () => {
    const attachments = [
      { title: 'a.ts', text: 'x();' },
      { image_url: 'https://example.org/a.png' },
      { text: 'y' },
    ];

    assert.equal(plainTextOf({ text: 'Look', extras: { attachments } }), 'Look\n\na.ts\n\nx();\n\ny');
    assert.equal(plainTextOf({ text: '', extras: { attachments: [] } }), '');
  });
});
