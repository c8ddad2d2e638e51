import assert from 'node:assert/strict';
import { each, itemIn, listIn } from '../../support/ask';
import { formOf, sendForm } from '../../support/sendForm';
import { eachWithServer } from '../../support/standIn';
import { noon, town } from './town';

const notes = () => new File(['notes'], 'notes.txt', { type: 'text/plain' });

describe('rooms.upload of an older server', () => {
  const server = eachWithServer({ data: town(), now: noon, version: '7.4.0' });
  const send = (form: FormData, rid = 'dev', as = 'ann') =>
    sendForm(server(), `rooms.upload/${rid}`, { as, form });

  it('posts a file in one step', async () => {
    const form = formOf(['file', notes()], ['msg', 'look'], ['description', 'of today']);
    const { status, headers, body } = await send(form);

    const message = itemIn(body, 'message');
    assert.deepEqual([status, headers.get('x-deprecation-version')], [200, '8.0.0']);
    assert.equal(message['msg'], 'look');
    assert.deepEqual(each(listIn(message, 'attachments'), 'description'), ['of today']);
  });

  const refusals: [name: string, form: FormData, error: string][] = [
    ['without a file', formOf(['msg', 'hi']), '[invalid-field]'],
    ['of two files', formOf(['file', notes()], ['file', notes()]), 'Just 1 file is allowed'],
  ];
  for (const [name, form, error] of refusals) {
    it(`refuses a form ${name}`, async () => {
      const { status, body } = await send(form);

      assert.deepEqual([status, body['error']], [400, error]);
    });
  }

  it('is for who can see the room', async () => {
    assert.equal((await send(formOf(['file', notes()]), 'secret', 'carol')).status, 403);
  });
});

describe('the ways of sending files', () => {
  const statuses: [version: string, inTwoSteps: number, inOne: number][] = [
    ['6.9.0', 404, 200],
    ['6.10.0', 200, 200],
    ['8.0.0', 200, 404],
  ];
  for (const [version, inTwoSteps, inOne] of statuses) {
    describe(`of ${version}`, () => {
      const server = eachWithServer({ data: town(), now: noon, version });

      it('are those of its time', async () => {
        const send = (path: string) =>
          sendForm(server(), path, { as: 'ann', form: formOf(['file', notes()]) });

        const answers = [await send('rooms.media/dev'), await send('rooms.upload/dev')];

        assert.deepEqual(
          answers.map(({ status }) => status),
          [inTwoSteps, inOne],
        );
      });
    });
  }
});
