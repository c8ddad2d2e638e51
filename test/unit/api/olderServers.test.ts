import assert from 'node:assert/strict';
import { clientOf, failureFrom } from '../../support/clientOf';
import { eachWithServer } from '../../support/standIn';

const rid = 'GENERAL';

/** The way round that versions.ts knows, walked to its end. */
describe('a server of 7.4, which states its release', () => {
  const server = eachWithServer({ version: '7.4.0' });

  it('lets one join a channel', async () => {
    const { room } = await clientOf(server(), { as: 'root' }).rooms.join({ roomId: rid });

    assert.equal(room._id, rid);
  });

  it('marks a thread as read', async () => {
    const [ann, bob] = [clientOf(server()), clientOf(server(), { as: 'bob' })];
    const { message: first } = await ann.chat.sendMessage({ message: { rid, msg: 'shall we?' } });
    await bob.chat.sendMessage({ message: { rid, msg: 'yes', tmid: first._id } });

    const { subscription: before } = await ann.subscriptions.getOne({ roomId: rid });
    await ann.chat.readThread({ tmid: first._id });
    const { subscription: after } = await ann.subscriptions.getOne({ roomId: rid });

    assert.deepEqual([before?.tunread, after?.tunread ?? []], [[first._id], []]);
  });

  it('says why a thread was not marked', async () => {
    server().settings.set('Threads_enabled', false);

    const { failure, call } = await failureFrom(clientOf(server()).chat.readThread({ tmid: 'any' }));

    assert.deepEqual(failure, { kind: 'forbidden' });
    assert.deepEqual([call.route, call.status], ['POST method.call/readThreads', 200]);
  });

  it('is not asked for what it lacks', async () => {
    const { failure } = await failureFrom(clientOf(server()).users.info({ email: 'bob@example.com' }));

    assert.deepEqual(failure, { kind: 'invalid', code: 'needs-release' });
    assert.deepEqual(
      server()
        .requests.all()
        .map(({ path }) => path),
      ['/api/info'],
    );
  });
});

describe('a server of 8.4, which takes ids with commas for one', () => {
  const server = eachWithServer({ version: '8.4.0' });

  it('tells who of several people is there', async () => {
    const [ann, bob] = [clientOf(server()), clientOf(server(), { as: 'bob' })];
    for (const { users } of [ann, bob]) await users.setStatus({ status: 'busy' });

    const { users } = await ann.users.presence({ ids: 'ann-id,bob-id' });

    assert.deepEqual(users.map(({ _id }) => _id).toSorted(), ['ann-id', 'bob-id']);
  });
});
