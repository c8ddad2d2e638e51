import assert from 'node:assert/strict';
import { ApiError } from '../../../src/api/errors';
import { eventually } from '../../support/eventually';
import { FakeFiles } from '../../support/fakes/files';
import { eachWithWindows, general, said, windowOn, type SendingWindow } from '../../support/sendingWindow';
import { eachWithServer } from '../../support/standIn';
import { whileSending } from '../../../src/model/sendingWait';

const send = '/api/v1/chat.sendMessage';

describe('News of what is sent', () => {
  const { server, opened: open } = eachWithWindows();
  let news: string[];
  beforeEach(() => (news = []));

  function opened(...options: Parameters<typeof open>): SendingWindow {
    const window = open(...options);
    const { sending } = window.session;
    sending.onDidArrive(({ text, kind }) => news.push(`arrived ${text} ${kind ?? ''}`.trim()));
    sending.onDidMiss(({ text, state }) => news.push(`${state} ${text}`));
    return window;
  }

  it('tells once that a message has arrived, when it is not on its way any more', async () => {
    const { session, shown } = opened();
    const left: string[][] = [];
    session.sending.onDidArrive(() => left.push(shown()));

    const { id } = await session.sending.send(general, { ...said('hello'), kind: 'share' });
    await whileSending(session, id);

    assert.deepEqual([news, left], [['arrived hello share'], [[]]]);
  });

  it('tells that a message waits, and that it has arrived after all', async () => {
    const { session, clock } = opened();
    const cut = server().faults.add({ kind: 'drop', path: '/api/v1/chat.*' });

    const { id } = await session.sending.send(general, said('late'));
    await whileSending(session, id);
    cut.remove();
    await clock.advance(2_000);
    await eventually('nothing left', () => session.sending.all().length === 0);

    assert.deepEqual(news, ['waiting late', 'arrived late']);
  });

  it('tells that a message was refused, and nothing of one that was discarded', async () => {
    server().settings.set('Message_MaxAllowedSize', 3);
    const { session } = opened();

    const { id } = await session.sending.send(general, said('too long'));
    await whileSending(session, id);
    await session.sending.discard(id);

    assert.deepEqual(news, ['failed too long']);
  });

  it('knows what a message was for also in the next window', async () => {
    const folder = new FakeFiles();
    const cut = server().faults.add({ kind: 'drop', path: '/api/v1/chat.*' });
    const first = opened({ folder });
    const { id } = await first.session.sending.send(general, { ...said('later'), kind: 'reply' });
    await whileSending(first.session, id);
    first.session.dispose();
    cut.remove();

    const second = opened({ folder });
    await second.session.sending.resume();
    await whileSending(second.session, id);

    assert.deepEqual(news, ['waiting later', 'arrived later reply']);
  });

  it('says nothing of what another window has sent', async () => {
    const folder = new FakeFiles();
    const { session: first, clock } = opened({ folder });
    const held = server().faults.add({ kind: 'hold', path: send, times: 1 });
    const { id } = await first.sending.send(general, said('once'));
    await held.reached;
    const { session: second } = opened({ folder, clock });
    await second.sending.resume();

    held.release();
    await whileSending(first, id);
    const { message } = await second.client.chat.getMessage({ msgId: id });
    second.receive([message]);

    assert.deepEqual([news, second.sending.all()], [['arrived once'], []]);
  });

  it('doubts no longer once the server has refused for certain', async () => {
    const { session, clock } = opened();
    const lost = server().faults.add({ kind: 'drop', path: '/api/v1/chat.*' });
    const { id } = await session.sending.send(general, said('refused'));
    await whileSending(session, id);
    const doubted = session.sending.get(id)?.isInDoubt;

    lost.remove();
    server().faults.add({ kind: 'status', status: 400, body: refusal, path: send });
    await clock.advance(2_000);
    await eventually('refused', () => session.sending.get(id)?.state === 'failed');

    const { isInDoubt, error } = session.sending.get(id) ?? {};
    assert.deepEqual([doubted, isInDoubt, error instanceof ApiError], [true, false, true]);
  });
});

const refusal = { success: false, error: 'room_is_blocked' };

describe('whileSending', () => {
  const server = eachWithServer();

  it('ends with the session', async () => {
    server().faults.add({ kind: 'hold', path: send });
    const { session } = windowOn(server());
    const { id } = await session.sending.send(general, said('on its way'));

    const over = whileSending(session, id);
    session.dispose();
    await over;

    assert.equal(session.sending.get(id)?.state, 'sending');
  });
});
