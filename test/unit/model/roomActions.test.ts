import assert from 'node:assert/strict';
import { LastOwner, leave, markUnread, setFavorite, setMuted } from '../../../src/model/roomActions';
import { roomId } from '../../../src/model/room';
import { failure, type Answers } from '../../support/fakeClient';
import { sessionWith } from '../../support/fakeSession';
import { room } from '../../support/makers/room';
import { eachWithSessions } from '../../support/serverSessions';
import { workspace } from '../../support/workspace';

const general = roomId('general');
const refused = failure('forbidden');

function situation(answers: Answers) {
  const { client, session } = sessionWith(answers);
  return { client, session, shown: () => session.rooms.get(general), given: room('general') };
}

describe('setFavorite', () => {
  it('shows it before the server has answered', async () => {
    const { session, shown, given } = situation({ rooms: { favorite: () => ({}) } });

    const marking = setFavorite(session, given, true);
    const atOnce = shown()?.isFavorite;
    await marking;

    assert.deepEqual([atOnce, shown()?.isFavorite], [true, true]);
  });

  it('takes it back when the server refuses', async () => {
    const { session, shown, given } = situation({ rooms: { favorite: () => Promise.reject(refused) } });

    await assert.rejects(setFavorite(session, given, true), refused);

    assert.equal(shown()?.isFavorite, false);
  });

  it('takes back nothing that was told anew meanwhile', async () => {
    const { session, shown, given } = situation({ rooms: { favorite: () => Promise.reject(refused) } });

    const marking = setFavorite(session, given, true);
    session.rooms.merge([{ ...given, isFavorite: true, name: 'told', updatedAt: 5 }]);
    await assert.rejects(marking, refused);

    assert.deepEqual([shown()?.isFavorite, shown()?.name], [true, 'told']);
  });

  it('keeps what else came meanwhile', async () => {
    const { session, shown, given } = situation({ rooms: { favorite: () => ({}) } });

    const marking = setFavorite(session, given, true);
    session.rooms.merge([{ ...given, unread: 3, updatedAt: 5 }]);
    await marking;

    assert.deepEqual([shown()?.isFavorite, shown()?.unread], [true, 3]);
  });
});

describe('Actions on a room over a server', () => {
  const { sessionOf } = eachWithSessions({ data: workspace() });

  /** Ann is the owner of GENERAL. */
  async function inGeneral(username: 'ann' | 'bob') {
    const session = sessionOf(username);
    const id = roomId('GENERAL');
    const again = async () => {
      await session.sync.refresh('person');
      return session.rooms.get(id);
    };
    return { session, found: (await again()) ?? assert.fail('The room did not come'), again };
  }

  it('make it a favourite, and none', async () => {
    const { session, found, again } = await inGeneral('ann');

    await setFavorite(session, found, true);
    const favorite = (await again())?.isFavorite;
    await setFavorite(session, found, false);

    assert.deepEqual([favorite, (await again())?.isFavorite], [true, false]);
  });

  it('mute it, and let it speak again', async () => {
    const { session, found, again } = await inGeneral('ann');

    await setMuted(session, found, true);
    const muted = (await again())?.isMuted;
    await setMuted(session, found, false);

    assert.deepEqual([muted, (await again())?.isMuted], [true, false]);
  });

  it('mark it unread from its last message on', async () => {
    const { session, found, again } = await inGeneral('ann');
    const draft = { rid: 'GENERAL', msg: 'Hello' };
    await sessionOf('bob').client.chat.sendMessage({ message: draft });
    await session.reading.room(found.id, { threads: true });

    await markUnread(session, found);

    assert.equal((await again())?.hasUnread, true);
  });

  it('leave it, out of all lists at once', async () => {
    const { session, found, again } = await inGeneral('bob');

    await leave(session, found);
    const atOnce = session.rooms.get(found.id);

    assert.deepEqual([atOnce, await again()], [undefined, undefined]);
  });

  it('keep the last owner in it', async () => {
    const { session, found, again } = await inGeneral('ann');

    await assert.rejects(leave(session, found), LastOwner);

    assert.equal((await again())?.name, 'general');
  });
});
