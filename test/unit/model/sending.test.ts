import assert from 'node:assert/strict';
import { messageId } from '../../../src/model/message';
import type { Sending } from '../../../src/model/sending';
import { eventually } from '../../support/eventually';
import { FakeFiles } from '../../support/fakes/files';
import { eachWithWindows, general, said, type SendingWindow } from '../../support/sendingWindow';

const send = '/api/v1/chat.sendMessage';
const get = '/api/v1/chat.getMessage';

describe('Sending', () => {
  const { server, opened } = eachWithWindows();

  const texts = () =>
    server()
      .world.messages.inRoom('GENERAL')
      .map(({ msg }) => msg);
  const settled = (sending: Sending) =>
    eventually('nothing left to send', () => sending.entries(general).length === 0);
  const failed = ({ shown }: SendingWindow) =>
    eventually('a failure', () => shown().some((entry) => entry.startsWith('failed')));
  const waiting = ({ shown }: SendingWindow) =>
    eventually('waiting', () => shown().every((entry) => entry.startsWith('waiting')));

  it('shows a message at once, and settles when the server has it', async () => {
    const { session, seen, shown } = opened();

    const sending = session.sending.send(general, said('hello'));
    const atOnce = shown();
    const { id } = await sending;
    await settled(session.sending);

    assert.deepEqual(atOnce, ['sending hello']);
    assert.deepEqual(seen, ['sending hello']);
    assert.equal(session.messages.get(id)?.text, 'hello');
    assert.deepEqual(texts(), ['hello']);
  });

  it('settles by the live echo while the answer is on its way', async () => {
    const { session, shown } = opened();
    const held = server().faults.add({ kind: 'hold', path: send, times: 1, after: true });

    const { id } = await session.sending.send(general, said('echoed'));
    await held.reached;
    const { message } = await session.client.chat.getMessage({ msgId: id });
    session.receive([message]);

    assert.deepEqual(shown(), []);
    held.release();
  });

  it('keeps a message as a file before the first request, and no longer than it is needed', async () => {
    const folder = new FakeFiles();
    const { session } = opened({ folder });
    const held = server().faults.add({ kind: 'hold', path: send, times: 1 });

    const { id } = await session.sending.send(general, said('kept'));
    await held.reached;
    const during = folder.texts.has(`outbox-${id}.json`);
    held.release();
    await eventually('no file', () => !folder.texts.has(`outbox-${id}.json`));

    assert.equal(during, true);
    assert.deepEqual([...folder.texts.keys()], []);
  });

  it('keeps the order in a room', async () => {
    const { session } = opened();

    await Promise.all(['one', 'two', 'three'].map((text) => session.sending.send(general, said(text))));
    await settled(session.sending);

    assert.deepEqual(texts(), ['one', 'two', 'three']);
  });

  it('keeps the text of what the server refuses, with its reason, and sends the next', async () => {
    server().settings.set('Message_MaxAllowedSize', 10);
    const window = opened();
    const { sending } = window.session;

    await sending.send(general, said('far too long a text'));
    await sending.send(general, said('short'));
    await eventually('the next has arrived', () => window.shown().length === 1);
    await failed(window);

    assert.deepEqual([window.shown(), texts()], [['failed far too long a text'], ['short']]);
    assert.equal(sending.entries(general)[0]?.error?.call.serverText?.includes('size'), true);
  });

  it('waits while the server cannot be reached, and goes by itself', async () => {
    const window = opened();
    const cut = server().faults.add({ kind: 'drop', path: '/api/v1/chat.*' });

    await window.session.sending.send(general, said('first'));
    await window.session.sending.send(general, said('second'));
    await waiting(window);
    cut.remove();
    await window.clock.advance(2_000);
    await settled(window.session.sending);

    assert.deepEqual(texts(), ['first', 'second']);
  });

  it('arrives once when its answers are lost', async () => {
    const window = opened();
    server().faults.add({ kind: 'drop', path: send, times: 1, after: true });
    const deaf = server().faults.add({ kind: 'drop', path: get });

    await window.session.sending.send(general, said('once'));
    await waiting(window);
    deaf.remove();
    await window.clock.advance(2_000);
    await settled(window.session.sending);

    assert.deepEqual(texts(), ['once']);
    assert.equal(server().requests.to('POST', send).length, 1);
  });

  it('is sent again under the same id when the person says so', async () => {
    server().settings.set('Message_MaxAllowedSize', 3);
    const window = opened();
    const { id } = await window.session.sending.send(general, said('again'));
    await failed(window);

    server().settings.set('Message_MaxAllowedSize', 100);
    await window.session.sending.resend(id);

    assert.deepEqual(window.shown(), []);
    assert.equal(server().world.messages.byId(id)?.msg, 'again');
  });

  it('gives the text back to be written anew, and keeps nothing of it', async () => {
    server().settings.set('Message_MaxAllowedSize', 3);
    const folder = new FakeFiles();
    const window = opened({ folder });
    const { id } = await window.session.sending.send(general, said('to be edited'));
    await failed(window);

    const taken = await window.session.sending.takeBack(id);

    assert.equal(taken?.text, 'to be edited');
    assert.deepEqual([window.shown(), [...folder.texts.keys()]], [[], []]);
  });

  it('shows a reply in its thread, and in the room where it goes there too', async () => {
    const { session } = opened();
    const question = await session.sending.send(general, said('why?'));
    await settled(session.sending);
    const thread = { ...general, thread: question.id };
    const held = server().faults.add({ kind: 'hold', path: send });

    await session.sending.send(thread, said('because'));
    const both = await session.sending.send(thread, { ...said('therefore'), alsoToRoom: true });
    const inThread = session.sending.entries(thread).map(({ text }) => text);
    const inRoom = session.sending.entries(general).map(({ text }) => text);
    held.remove();
    await eventually('both have arrived', () => session.sending.entries(thread).length === 0);

    assert.deepEqual([inThread, inRoom], [['because', 'therefore'], ['therefore']]);
    assert.equal(server().world.messages.byId(both.id)?.tshow, true);
  });

  it('quotes by links before the text, as the server calls itself', async () => {
    server().settings.set('Site_Url', 'https://chat.example.org/team/');
    const { session } = opened();
    const quotes = [{ id: messageId('m1'), author: 'bob', text: 'shown' }];

    const { id } = await session.sending.send(general, { text: 'right', quotes, alsoToRoom: false });
    await settled(session.sending);

    assert.equal(
      server().world.messages.byId(id)?.msg,
      '[ ](https://chat.example.org/team/channel/general?msg=m1)\nright',
    );
  });

  it('leaves to the next window what comes when its session has ended', async () => {
    const folder = new FakeFiles();
    const { session, clock } = opened({ folder });
    session.dispose();

    const { id } = await session.sending.send(general, said('late'));

    assert.deepEqual([...folder.texts.keys()], [`outbox-${id}.json`]);
    assert.deepEqual(clock.pending, []);
  });
});
