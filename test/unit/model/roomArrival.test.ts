import assert from 'node:assert/strict';
import {
  arrived,
  discuss,
  join,
  JoinCodeWanted,
  lookUp,
  NotAmongMine,
  openDirect,
} from '../../../src/model/roomArrival';
import { roomId } from '../../../src/model/room';
import { sessionWith } from '../../support/fakeSession';
import { delta } from '../../support/makers/room';
import { eachWithSessions } from '../../support/serverSessions';
import { person, workspace } from '../../support/workspace';

const general = roomId('GENERAL');

describe('Coming into a room over a server', () => {
  const { sessionOf } = eachWithSessions({ data: workspace(person('cleo')) });

  /** A channel that ann made. */
  async function channel(code?: string) {
    const { client } = sessionOf('ann');
    const { channel: made } = await client.channels.create({ name: 'makers' });
    if (code !== undefined) await client.channels.setJoinCode({ roomId: made._id, joinCode: code });
    return roomId(made._id);
  }

  it('joins a public channel', async () => {
    const id = await channel();

    const room = await join(sessionOf('bob'), id);

    assert.deepEqual([room.id, room.name, room.isJoined], [id, 'makers', true]);
  });

  it('asks for the code of a channel that has one', async () => {
    const id = await channel('sesame');

    await assert.rejects(
      join(sessionOf('bob'), id),
      (error) => error instanceof JoinCodeWanted && !error.isWrong,
    );
  });

  it('knows a wrong code from none', async () => {
    const id = await channel('sesame');

    await assert.rejects(
      join(sessionOf('bob'), id, 'rice'),
      (error) => error instanceof JoinCodeWanted && error.isWrong,
    );
  });

  it('joins with the right code', async () => {
    const id = await channel('sesame');

    assert.equal((await join(sessionOf('bob'), id, 'sesame')).id, id);
  });

  it('opens the direct message with somebody, the same each time', async () => {
    const ann = sessionOf('ann');

    const first = await openDirect(ann, ['bob']);
    const second = await openDirect(ann, ['bob']);

    assert.deepEqual([first.kind, first.username, second.id], ['direct', 'bob', first.id]);
  });

  it('opens one with several people', async () => {
    const room = await openDirect(sessionOf('ann'), ['bob', 'cleo']);

    assert.equal(room.kind, 'directGroup');
  });

  it('opens a discussion', async () => {
    const ann = sessionOf('ann');

    const room = await discuss(ann, general, { title: 'Release plan' });

    assert.deepEqual([room.kind, room.name, room.parent], ['discussion', 'Release plan', general]);
  });

  it('shows a channel without joining it', async () => {
    const id = await channel('sesame');

    const room = await lookUp(sessionOf('bob'), id);

    assert.deepEqual([room.name, room.isJoined, room.wantsJoinCode], ['makers', false, true]);
  });
});

describe('arrived', () => {
  it('gives up on a room that does not come', async () => {
    const { session } = sessionWith({
      rooms: { get: () => delta([]) },
      subscriptions: { get: () => delta([]) },
    });

    await assert.rejects(arrived(session, roomId('gone')), NotAmongMine);
  });
});
