import assert from 'node:assert/strict';
import type { Opening } from '../../src/commands/conversations';
import { newDiscussion } from '../../src/commands/discussion';
import { newDirectMessage } from '../../src/commands/goToRoom';
import { joinChannel } from '../../src/commands/joinChannel';
import { showMembers } from '../../src/commands/members';
import type { RoomPickers } from '../../src/commands/roomPickers';
import type { RoomSources } from '../../src/commands/roomTargets';
import type { Place } from '../../src/model/place';
import { roomId } from '../../src/model/room';
import type { Session } from '../../src/model/session';
import { pickChannel } from '../../src/views/pickRoomAnywhere';
import { pickMember } from '../../src/views/pickRoomPeople';
import { meanwhile } from '../support/meanwhile';
import { openGuard } from '../support/openGuard';
import { eachWithSessions } from '../support/serverSessions';
import { person, workspace } from '../support/workspace';

const accept = 'workbench.action.acceptSelectedQuickOpenItem';
const turnAway = 'workbench.action.closeQuickOpen';
const general = 'GENERAL';

describe('Every way to a room', () => {
  const { server, sessionOf } = eachWithSessions({ data: workspace(person('cleo')) });
  let session: Session;
  let opened: { readonly place: Place; readonly how: Opening | undefined }[];
  let offered: string[][];

  beforeEach(async () => {
    [opened, offered] = [[], []];
    session = sessionOf('bob');
    await session.sync.refresh('person');
  });

  const conversations = {
    open: (place: Place, how?: Opening) => Promise.resolve(void opened.push({ place, how })),
    isShown: () => false,
  };

  /** A row is the id of its room; the picker takes the first that it offers. */
  const sources: RoomSources = {
    rows: {
      roomOf: (row) => (typeof row === 'string' ? session.rooms.get(roomId(row)) : undefined),
      allSelected: () => [],
    },
    conversations,
    pick: ({ rooms }, _title, applies = () => true) => {
      const all = rooms.all().filter(applies);
      offered.push(all.map(({ name }) => name));
      return Promise.resolve(all[0]);
    },
  };

  const pickers: RoomPickers = {
    anywhere: () => assert.fail('Nobody goes anywhere'),
    people: () => assert.fail('Nobody is asked for'),
    channel: pickChannel,
    member: pickMember,
  };
  const picking = (...people: string[]): RoomPickers => ({
    ...pickers,
    people: () => Promise.resolve(people),
  });

  /** The rooms that were opened, with the caret in their boxes. */
  const entered = () =>
    opened.map(({ place, how }) => {
      assert.equal(how?.focus, 'box');
      return session.rooms.get(place.room);
    });

  describe('Join Channel', () => {
    it('joins the channel that is picked, and leads there', async () => {
      await sessionOf('ann').client.channels.create({ name: 'makers' });

      await meanwhile(joinChannel(session, { conversations, pickers }), accept);

      assert.deepEqual(
        entered().map((room) => [room?.name, room?.isJoined]),
        [['makers', true]],
      );
    });

    it('joins nothing where the person turns away', async () => {
      await sessionOf('ann').client.channels.create({ name: 'makers' });

      await meanwhile(joinChannel(session, { conversations, pickers }), turnAway);

      assert.deepEqual(opened, []);
    });
  });

  describe('New Direct Message', () => {
    it('opens the one with somebody', async () => {
      await newDirectMessage(session, { conversations, pickers: picking('cleo') });

      assert.deepEqual(
        entered().map((room) => [room?.kind, room?.username]),
        [['direct', 'cleo']],
      );
    });

    it('opens the one with several', async () => {
      await newDirectMessage(session, { conversations, pickers: picking('cleo', 'ann') });

      assert.deepEqual(
        entered().map((room) => room?.people.toSorted()),
        [['ann-id', 'bob-id', 'cleo-id']],
      );
    });

    it('says that it could not be opened, and why', async () => {
      const opening = newDirectMessage(session, { conversations, pickers: picking('nobody') });

      await assert.rejects(opening, /^Error: The direct message could not be opened\. /);
    });
  });

  describe('Show Members', () => {
    it('shows those of the row’s room, and leads to the direct message with whom one picks', async () => {
      await meanwhile(showMembers(session, general, { sources, conversations, pickers }), accept);

      assert.deepEqual(
        [offered, entered().map((room) => [room?.kind, room?.username])],
        [[], [['direct', 'ann']]],
      );
    });

    it('asks for the room where none is at hand', async () => {
      await meanwhile(showMembers(session, undefined, { sources, conversations, pickers }), accept);

      assert.deepEqual([offered, entered().length], [[['general']], 1]);
    });
  });

  describe('New Discussion', () => {
    const start = (row?: string) => newDiscussion(session, row, { sources, conversations, guard: openGuard });

    it('opens none where the person turns away from its title', async () => {
      await meanwhile(start(general), turnAway);

      assert.deepEqual([opened, server().requests.to('POST', '/api/v1/rooms.createDiscussion')], [[], []]);
    });

    it('asks for the room where none is at hand', async () => {
      await meanwhile(start(), turnAway);

      assert.deepEqual(offered, [['general']]);
    });

    it('asks nothing where the server has no discussions', async () => {
      server().settings.set('Discussion_enabled', false);
      await session.settings();

      await start();

      assert.deepEqual([offered, opened], [[], []]);
    });
  });
});
