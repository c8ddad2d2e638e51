import assert from 'node:assert/strict';
import { follow, NotJoined, pin, star, unfollow, unpin, unstar } from '../../../src/model/messageActions';
import { roomId } from '../../../src/model/room';
import { failure, type Answers } from '../../support/fakeClient';
import { argsOf, sessionWith } from '../../support/fakeSession';
import { message, minute, wireMessage } from '../../support/makers/message';
import { wireRoom, wireSubscription } from '../../support/makers/room';

const said = message('m');
const refused = failure('forbidden');

function markedBy(answers: Answers, marks: Parameters<typeof wireMessage>[1] = {}) {
  const made = sessionWith(answers);
  made.session.receive([wireMessage('m', marks)]);
  return { ...made, shown: () => made.session.messages.get(said.id) };
}

describe('pin', () => {
  it('shows the pin before the server has answered', async () => {
    const { client, session, shown } = markedBy({
      chat: { pinMessage: () => ({ message: wireMessage('sys') }) },
    });

    const pinning = pin(session, said);
    const atOnce = [shown()?.isPinned, shown()?.pinnedBy];
    await pinning;

    assert.deepEqual(atOnce, [true, 'ann']);
    assert.equal(shown()?.isPinned, true);
    assert.deepEqual(argsOf(client, 'chat.pinMessage'), [{ messageId: 'm' }]);
  });

  it('takes it back when the server refuses, and says why', async () => {
    const { session, shown } = markedBy({ chat: { pinMessage: () => Promise.reject(refused) } });

    await assert.rejects(pin(session, said), refused);

    assert.deepEqual([shown()?.isPinned, shown()?.pinnedBy], [false, undefined]);
  });

  it('stays although an older change came meanwhile: the server tells', async () => {
    const { client, session, shown } = markedBy({
      chat: {
        pinMessage: () => ({ message: wireMessage('sys') }),
        getMessage: () => ({
          message: wireMessage('m', { msg: 'edited', pinned: true, _updatedAt: minute(2) }),
        }),
      },
    });

    const pinning = pin(session, said);
    session.receive([wireMessage('m', { msg: 'edited', _updatedAt: minute(1) })]);
    await pinning;

    assert.deepEqual([shown()?.isPinned, shown()?.text], [true, 'edited']);
    assert.deepEqual(argsOf(client, 'chat.getMessage'), [{ msgId: 'm' }]);
  });

  it('does not come back over what somebody did later', async () => {
    const { session, shown } = markedBy({
      chat: {
        pinMessage: () => ({ message: wireMessage('sys') }),
        getMessage: () => ({ message: wireMessage('m', { pinned: false, _updatedAt: minute(2) }) }),
      },
    });

    const pinning = pin(session, said);
    session.receive([wireMessage('m', { pinned: false, _updatedAt: minute(2) })]);
    await pinning;

    assert.equal(shown()?.isPinned, false);
  });

  it('asks for nothing more when its own news came before the answer', async () => {
    const { client, session } = markedBy({ chat: { pinMessage: () => ({ message: wireMessage('sys') }) } });

    const pinning = pin(session, said);
    const pinnedBy = { _id: 'ann-id', username: 'ann' };
    session.receive([wireMessage('m', { pinned: true, pinnedBy, _updatedAt: minute(1) })]);
    await pinning;

    assert.deepEqual(client.called, ['chat.pinMessage']);
  });
});

describe('unpin', () => {
  it('takes the pin off', async () => {
    const pinnedBy = { _id: 'bob-id', username: 'bob' };
    const { session, shown } = markedBy({ chat: { unPinMessage: () => ({}) } }, { pinned: true, pinnedBy });

    await unpin(session, said);

    assert.deepEqual([shown()?.isPinned, shown()?.pinnedBy], [false, undefined]);
  });
});

describe('star', () => {
  it('stars and takes the star off', async () => {
    const { client, session, shown } = markedBy({
      chat: { starMessage: () => ({}), unStarMessage: () => ({}) },
    });

    await star(session, said);
    const starred = shown()?.isStarred;
    await unstar(session, said);

    assert.deepEqual([starred, shown()?.isStarred], [true, false]);
    assert.deepEqual(client.called, ['chat.starMessage', 'chat.unStarMessage']);
  });

  it('takes the star back when the server refuses', async () => {
    const { session, shown } = markedBy({ chat: { starMessage: () => Promise.reject(refused) } });

    await assert.rejects(star(session, said), refused);

    assert.equal(shown()?.isStarred, false);
  });

  const away = message('x', { room: roomId('random') });

  it('names the room that has to be joined, instead of a silent nothing', async () => {
    const { client, session } = markedBy({
      subscriptions: { getOne: () => ({ subscription: null }) },
      rooms: { info: () => ({ room: wireRoom('random', { fname: 'Random talk' }) }) },
    });

    for (const mark of [star, unstar]) {
      await assert.rejects(
        mark(session, away),
        (error) =>
          error instanceof NotJoined && error.room.id === 'random' && error.room.name === 'Random talk',
      );
    }
    assert.deepEqual(argsOf(client, 'chat.starMessage'), []);
  });

  it('stars in a room joined since the rooms were loaded', async () => {
    const { client, session } = markedBy({
      subscriptions: { getOne: () => ({ subscription: wireSubscription('random') }) },
      chat: { starMessage: () => ({}) },
    });

    await star(session, away);

    assert.equal(argsOf(client, 'chat.starMessage').length, 1);
  });
});

describe('follow', () => {
  it('follows a thread at once, and turns away from it', async () => {
    const { client, session, shown } = markedBy(
      { chat: { followMessage: () => ({}), unfollowMessage: () => ({}) } },
      { tcount: 2 },
    );

    const following = follow(session, said);
    const atOnce = shown()?.isFollowed;
    await following;
    await unfollow(session, said);

    assert.deepEqual([atOnce, shown()?.isFollowed], [true, false]);
    assert.deepEqual(argsOf(client, 'chat.followMessage'), [{ mid: 'm' }]);
    assert.deepEqual(argsOf(client, 'chat.unfollowMessage'), [{ mid: 'm' }]);
  });

  it('takes it back when the server refuses', async () => {
    const { session, shown } = markedBy({ chat: { followMessage: () => Promise.reject(refused) } });

    await assert.rejects(follow(session, said), refused);

    assert.equal(shown()?.isFollowed, false);
  });
});
