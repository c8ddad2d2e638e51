import assert from 'node:assert/strict';
import { messageId } from '../../../src/model/message';
import { eventually } from '../../support/eventually';
import { FakeClock } from '../../support/fakeClock';
import { FakeFiles } from '../../support/fakes/files';
import { eachWithWindows, general, said, type SendingWindow } from '../../support/sendingWindow';

const send = '/api/v1/chat.sendMessage';
const get = '/api/v1/chat.getMessage';

describe('Sending in the next window', () => {
  const { server, opened: open } = eachWithWindows();
  let folder: FakeFiles;
  let clock: FakeClock;

  beforeEach(() => {
    folder = new FakeFiles();
    clock = new FakeClock();
  });

  function opened(options: Parameters<typeof open>[0] = {}): SendingWindow {
    return open({ folder, clock, ...options });
  }

  /** What a window leaves that is killed: its files, and no farewell. */
  function crashed(): FakeFiles {
    const left = new FakeFiles();
    for (const [name, text] of folder.texts) left.texts.set(name, text);
    return left;
  }

  const texts = () =>
    server()
      .world.messages.inRoom('GENERAL')
      .map(({ msg }) => msg);
  const settled = ({ shown }: SendingWindow) =>
    eventually('nothing left to send', () => shown().length === 0);

  it('is found again after a reload, and sent', async () => {
    const first = opened();
    const cut = server().faults.add({ kind: 'drop', path: '/api/v1/chat.*' });
    await first.session.sending.send(general, said('not lost'));
    await eventually('waiting', () => first.shown()[0] === 'waiting not lost');
    first.session.dispose();
    cut.remove();

    const second = opened();
    await second.session.sending.resume();
    const atOnce = second.shown();
    await settled(second);

    assert.deepEqual(atOnce, ['sending not lost']);
    assert.deepEqual(texts(), ['not lost']);
  });

  it('is asked for before it is sent again', async () => {
    const first = opened();
    const held = server().faults.add({ kind: 'hold', path: send, times: 1, after: true });
    await first.session.sending.send(general, said('was there'));
    await held.reached;
    const left = crashed();
    await clock.advance(60_000);

    const second = opened({ folder: left });
    await second.session.sending.resume();
    await settled(second);
    held.release();

    assert.deepEqual(texts(), ['was there']);
    assert.deepEqual(
      [server().requests.to('POST', send).length, server().requests.to('GET', get).length],
      [1, 1],
    );
  });

  it('is left to a window that lives, and taken over when that is gone', async () => {
    const first = opened();
    const held = server().faults.add({ kind: 'hold', path: send });
    await first.session.sending.send(general, said('mine'));
    await held.reached;
    const left = crashed();

    const second = opened({ folder: left });
    await second.session.sending.resume();
    const whileAlive = server().requests.to('GET', get).length;
    await clock.advance(20_000);
    await eventually('asked for', () => server().requests.to('GET', get).length > 0);
    held.remove();
    await settled(second);

    assert.equal(whileAlive, 0);
    assert.deepEqual(texts(), ['mine']);
  });

  it('is settled when the window that lives has sent it', async () => {
    const first = opened();
    const held = server().faults.add({ kind: 'hold', path: send, times: 1 });
    await first.session.sending.send(general, said('by the other'));
    await held.reached;

    const second = opened();
    await second.session.sending.resume();
    const before = second.shown();
    held.release();
    await settled(first);
    await clock.advance(20_000);
    await settled(second);

    assert.deepEqual(before, ['sending by the other']);
    assert.equal(server().requests.to('POST', send).length, 1);
  });

  it('still says why it failed', async () => {
    server().settings.set('Message_MaxAllowedSize', 3);
    const first = opened();
    const { id } = await first.session.sending.send(general, said('too long'));
    await eventually('a failure', () => first.shown()[0] === 'failed too long');
    const reason = first.session.sending.get(id)?.error;

    const second = opened();
    await second.session.sending.resume();
    const found = second.session.sending.get(id)?.error;

    assert.deepEqual(second.shown(), ['failed too long']);
    assert.deepEqual([found?.failure, found?.call.serverText], [reason?.failure, reason?.call.serverText]);
  });

  it('quotes what it was to quote, also where no room is known yet', async () => {
    server().settings.set('Site_Url', 'https://chat.example.org');
    const first = opened();
    const cut = server().faults.add({ kind: 'drop', path: '/api/v1/*' });
    const quotes = [{ id: messageId('m1'), author: 'bob', text: 'shown' }];
    await first.session.sending.send(general, { ...said('right'), quotes });
    await eventually('waiting', () => first.shown()[0] === 'waiting right');
    first.session.dispose();

    const second = opened();
    second.session.rooms.merge([], [general.room]);
    await second.session.sending.resume();
    await eventually('waiting again', () => second.shown()[0] === 'waiting right');
    cut.remove();
    await clock.advance(60_000);
    await settled(second);

    assert.deepEqual(texts(), ['[ ](https://chat.example.org/channel/general?msg=m1)\nright']);
  });

  it('leaves nothing behind of what has arrived, nor of a window that is gone', async () => {
    const first = opened();
    const { id } = await first.session.sending.send(general, said('there'));
    const left = crashed();
    await settled(first);
    await clock.advance(60_000);
    const second = opened({ folder: left });
    const { message } = await second.session.client.chat.getMessage({ msgId: id });
    second.session.receive([message]);

    await second.session.sending.resume();

    assert.deepEqual([second.shown(), [...left.texts.keys()]], [[], []]);
  });

  it('is nothing where the file is damaged', async () => {
    folder.texts.set('outbox-x.json', 'half a fi');
    const window = opened();

    await window.session.sending.resume();

    assert.deepEqual(window.shown(), []);
  });
});
