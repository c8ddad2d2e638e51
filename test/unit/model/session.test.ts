import assert from 'node:assert/strict';
import { failureOf } from '../../../src/api/errors';
import type { Seed } from '../../server/data/seed';
import type { Message } from '../../../src/model/message';
import { NotJoined, pin, star, unpin } from '../../../src/model/messageActions';
import { roomId } from '../../../src/model/room';
import { Session } from '../../../src/model/session';
import { clientOf } from '../../support/clientOf';
import { account } from '../../support/makers/account';
import { eachWithServer } from '../../support/standIn';
import { person, workspace } from '../../support/workspace';

const general = roomId('GENERAL');

/** Root owns GENERAL; bob asked there once, and got sixty replies, one a minute. */
function seed(): Seed {
  const { rooms, ...rest } = workspace(person('cleo'));
  const replies = Array.from({ length: 60 }, (_, at) => ({
    id: `reply${at + 1}`,
    room: general,
    from: 'ann',
    at: 60 - at,
    text: `reply ${at + 1}`,
    thread: 'question',
  }));
  return {
    ...rest,
    rooms: rooms.map((room) => ({ ...room, members: ['root', 'ann', 'bob'], created: 200 })),
    messages: [{ id: 'question', room: general, from: 'bob', at: 100, text: 'Why?' }, ...replies],
  };
}

describe('Session over a server', () => {
  const server = eachWithServer({ data: seed() });
  const sessions: Session[] = [];
  afterEach(() => sessions.splice(0).forEach((session) => session.dispose()));

  function sessionOf(username: string): Session {
    const me = account({ server: server().url, userId: `${username}-id`, username });
    const session = new Session({ account: me, client: clientOf(server(), { as: username }) });
    sessions.push(session);
    return session;
  }

  /** Bob says something; the answer is what ann's session makes of it. */
  async function bobSays(ann: Session, text: string, thread?: Message): Promise<Message> {
    const draft = { rid: general, msg: text, ...(thread && { tmid: thread.id }) };
    const { message } = await clientOf(server(), { as: 'bob' }).chat.sendMessage({ message: draft });
    const [received] = ann.receive([message]);
    return received ?? assert.fail('The answer is no message');
  }

  const asked = () =>
    server()
      .requests.all()
      .map(({ path }) => path.replace(/\?.*/, '').replace('/api/v1/', ''));

  it('paints first with two requests, and learns the rest behind it', async () => {
    const ann = sessionOf('ann');

    await ann.sync.refresh('person');
    const first = asked();
    await ann.settings();

    assert.deepEqual(first.slice(0, 2).sort(), ['rooms.get', 'subscriptions.get']);
    assert.deepEqual(
      ann.rooms.all().map(({ name, kind }) => `${kind} ${name}`),
      ['channel general'],
    );
  });

  it('tells only of the room in which something was said', async () => {
    const ann = sessionOf('ann');
    await clientOf(server()).im.create({ username: 'bob' });
    await ann.sync.refresh('person');
    const fired: string[][] = [];
    ann.rooms.onDidChange((ids) => fired.push([...ids]));

    await bobSays(ann, 'hi @ann');
    await ann.sync.refresh('person');
    await ann.sync.refresh('person');

    assert.deepEqual(fired, [['GENERAL']]);
    assert.equal(ann.rooms.get(general)?.mentions, 1);
  });

  it('reads a long thread from its end', async () => {
    const ann = sessionOf('ann');
    const threads = ann.list(general, 'threads');
    await threads.load();
    const list = ann.replies(threads.ids[0] ?? assert.fail('There is no thread'));
    const texts = () => list.ids.map((id) => ann.messages.get(id)?.text);

    await list.load();
    const page = [texts()[0], texts().at(-1), list.hasMore];
    await list.more();

    assert.deepEqual(page, ['reply 11', 'reply 60', true]);
    assert.deepEqual(
      texts(),
      Array.from({ length: 60 }, (_, at) => `reply ${at + 1}`),
    );
  });

  it('pins where the person may, and takes it back where not', async () => {
    const [ann, root] = [sessionOf('ann'), sessionOf('root')];
    const message = await bobSays(ann, 'the plan');
    root.receive([(await root.client.chat.getMessage({ msgId: message.id })).message]);

    const refusal = await pin(ann, message).catch(failureOf);
    const taken = ann.messages.get(message.id)?.isPinned;
    await pin(root, message);
    const pinned = ann.list(general, 'pinned');
    await pinned.load();
    await unpin(root, message);
    await pinned.reload();

    assert.deepEqual([refusal?.kind, taken], ['forbidden', false]);
    assert.deepEqual(pinned.ids, []);
    assert.equal(root.messages.get(message.id)?.isPinned, false);
  });

  it('stars for the person alone', async () => {
    const [ann, bob] = [sessionOf('ann'), sessionOf('bob')];
    await ann.sync.refresh('person');
    const message = await bobSays(ann, 'worth keeping');

    await star(ann, message);
    await Promise.all([ann.list(general, 'starred').load(), bob.list(general, 'starred').load()]);

    assert.deepEqual(ann.list(general, 'starred').ids, [message.id]);
    assert.deepEqual(bob.list(general, 'starred').ids, []);
  });

  it('says that a room has to be joined before a star', async () => {
    const [ann, cleo] = [sessionOf('ann'), sessionOf('cleo')];
    await cleo.sync.refresh('person');
    const message = await bobSays(ann, 'from afar');

    await assert.rejects(
      star(cleo, message),
      (error) => error instanceof NotJoined && error.room.name === 'general',
    );
  });

  it('reads what was said lately without replies in threads', async () => {
    const ann = sessionOf('ann');
    const first = await bobSays(ann, 'one');
    await bobSays(ann, 'reply', first);
    await bobSays(ann, 'two');

    await ann.recent(general).load();

    // All of one moment, in the order of ids that the server made.
    const texts = ann.recent(general).ids.map((id) => ann.messages.get(id)?.text);
    assert.deepEqual(new Set(texts), new Set(['two', 'one', 'Why?']));
  });

  it('cuts off what it waits for when it ends', async () => {
    const ann = sessionOf('ann');
    const held = server().faults.add({ kind: 'hold', path: '/api/v1/chat.getThreadsList' });
    const loading = ann.list(general, 'threads').load();
    await held.reached;

    ann.dispose();
    await loading;

    assert.deepEqual([ann.list(general, 'threads').error, ann.signal.aborted], [undefined, true]);
  });
});
