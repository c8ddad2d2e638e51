import assert from 'node:assert/strict';
import { Emitter, type Disposable } from '../../src/base/event';
import { messageId } from '../../src/model/message';
import { roomId } from '../../src/model/room';
import type { Session } from '../../src/model/session';
import { followArrivals } from '../../src/webview/composeArrivals';
import { eachWithComposer } from '../support/composerHarness';
import { eventually } from '../support/eventually';
import { composition } from '../support/makers/composition';

const room = roomId('GENERAL');
const copy = messageId('copy');

describe('A corrected copy that arrives once its tab is closed', () => {
  const composer = eachWithComposer();
  const asked: (string | undefined)[] = [];
  let following: Disposable | undefined;
  let looked: number;
  beforeEach(() => {
    asked.splice(0);
    looked = 0;
  });
  afterEach(() => following?.dispose());

  it('takes the place of the message that it corrects, where the person wants that', async () => {
    await arrive({ isOpen: false, answer: true });

    await eventually('the old one is gone', () => said().join() === 'Hello');
    assert.deepEqual(asked, ['Helo']);
    assert.deepEqual(await composer().session.compositions.list(), []);
  });

  it('stands beside the message that it corrects, where the person keeps both', async () => {
    await arrive({ isOpen: false, answer: false });

    await eventually('it is asked', () => asked.length > 0);
    assert.deepEqual(said(), ['Helo', 'Hello']);
    assert.deepEqual(await composer().session.compositions.list(), []);
  });

  it('is left to its tab while that is open', async () => {
    await arrive({ isOpen: true, answer: true });

    await eventually('its tab is looked for', () => looked > 0);
    assert.equal((await composer().session.compositions.list()).length, 1);
    assert.deepEqual(asked, []);
  });

  const said = () => composer().texts();

  async function arrive({ isOpen, answer }: { readonly isOpen: boolean; readonly answer: boolean }) {
    const { session } = composer();
    const { message: old } = await session.client.chat.sendMessage({ message: { rid: room, msg: 'Helo' } });
    await session.compositions.write('d1', {
      form: composition({ text: 'Hello' }),
      files: [],
      corrects: { room, message: messageId(old._id) },
      sent: [{ entry: '#general', room, message: copy, files: [] }],
    });
    const current = { get: () => session, onDidChange: new Emitter<Session | undefined>().event };
    const askForRemoval = (text: string | undefined) => {
      asked.push(text);
      return Promise.resolve(answer);
    };
    following = followArrivals(current, {
      isOpen: () => {
        looked += 1;
        return isOpen;
      },
      onDidLetGo: () => undefined,
      askForRemoval,
    });
    await session.sending.send({ room }, { text: 'Hello', quotes: [], alsoToRoom: false }, copy);
    await eventually('it has arrived', () => said().includes('Hello') && !session.sending.get(copy));
  }
});
