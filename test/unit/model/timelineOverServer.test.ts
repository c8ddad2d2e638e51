import assert from 'node:assert/strict';
import { messageId } from '../../../src/model/message';
import { roomId } from '../../../src/model/room';
import { Session } from '../../../src/model/session';
import type { Timeline } from '../../../src/model/timeline';
import type { Seed, SeedMessage, SeedRoom } from '../../server/data/seed';
import { FakeClock } from '../../support/fakeClock';
import { clientOf } from '../../support/clientOf';
import { account } from '../../support/makers/account';
import { eachWithServer } from '../../support/standIn';
import { workspace } from '../../support/workspace';

const kinds = ['c', 'p', 'd'] as const;
const now = '2026-03-02T09:00:00.000Z';
/** Of minutes before now. */
const oneMillisecond = 500;

function roomOf(kind: SeedRoom['kind']): SeedRoom {
  const name = kind === 'd' ? undefined : `busy-${kind}`;
  return { id: `room-${kind}`, kind, name, members: ['ann', 'bob'], created: 90_000 };
}

/** By the hour, in bursts, and many in the same millisecond; every fifth is a reply in the first one's thread. */
function saidIn(kind: SeedRoom['kind']): SeedMessage[] {
  return Array.from({ length: 260 }, (_, at) => ({
    id: idOf(kind, at),
    room: `room-${kind}`,
    from: at % 3 === 0 ? 'ann' : 'bob',
    at: at < 120 ? 80_000 - at * 200 : at < 200 ? oneMillisecond : 400 - at / 2,
    text: `Number ${at}`,
    ...(at > 0 && at % 5 === 0 && { thread: idOf(kind, 0), alsoInChannel: at % 25 === 0 }),
  }));
}

const outside: SeedRoom = { id: 'outside', kind: 'c', name: 'outside', members: ['bob'], created: 90_000 };
const saidOutside: SeedMessage = {
  id: 'outside-1',
  room: 'outside',
  from: 'bob',
  at: 5,
  text: 'Nobody here?',
};

function idOf(kind: string, at: number): string {
  return `${kind}${String(at).padStart(16, '0')}`;
}

function busy(): Seed {
  const base = workspace();
  return {
    ...base,
    rooms: [...base.rooms, ...kinds.map(roomOf), outside],
    messages: [...base.messages, ...kinds.flatMap(saidIn), saidOutside],
  };
}

function idsIn(timeline: Timeline): string[] {
  return timeline.messages.map(({ id }) => id);
}

describe('A timeline over a server', () => {
  const server = eachWithServer({ data: busy(), now });
  let session: Session;
  beforeEach(async () => {
    session = new Session({ account: account(), client: clientOf(server()), clock: new FakeClock(now) });
    await session.sync.refresh('person');
  });
  afterEach(() => session.dispose());

  /** What the room shows, the oldest first. */
  const said = (room: string) =>
    server()
      .world.messages.inRoom(room)
      .filter(({ tmid, tshow }) => tmid === undefined || tshow === true)
      .map(({ _id, ts }) => `${ts} ${_id}`)
      .sort()
      .map((line) => line.slice(25));

  for (const kind of kinds) {
    it(`reaches the beginning of a room of kind ${kind}`, async () => {
      const timeline = session.timeline({ room: roomId(`room-${kind}`) });
      await timeline.open();

      while (timeline.hasOlder) await timeline.older();

      assert.deepEqual(idsIn(timeline), said(`room-${kind}`));
      timeline.dispose();
    });

    it(`jumps into a room of kind ${kind} and reads on to the present`, async () => {
      const timeline = session.timeline({ room: roomId(`room-${kind}`) });

      const found = await timeline.around(messageId(idOf(kind, 101)));
      while (timeline.hasNewer) await timeline.newer();

      const all = said(`room-${kind}`);
      assert.equal(found, true);
      assert.deepEqual(idsIn(timeline), all.slice(all.indexOf(idsIn(timeline)[0] ?? '')));
      timeline.dispose();
    });
  }

  it('reads a thread from its first message to its last reply', async () => {
    const timeline = session.timeline({ room: roomId('room-c'), thread: messageId(idOf('c', 0)) });
    await timeline.open();

    while (timeline.hasOlder) await timeline.older();

    const replies = server().world.messages.inThread(idOf('c', 0)).length;
    assert.deepEqual([idsIn(timeline)[0], timeline.messages.length], [idOf('c', 0), replies + 1]);
    timeline.dispose();
  });

  it('shows a public channel to somebody who is not in it', async () => {
    const timeline = session.timeline({ room: roomId('outside') });

    await timeline.open();

    assert.deepEqual([timeline.state, ...idsIn(timeline)], ['ready', 'outside-1']);
    timeline.dispose();
  });

  it('says that a room is not for the person', async () => {
    const timeline = session.timeline({ room: roomId('nowhere') });

    await timeline.open();

    assert.deepEqual([timeline.state, timeline.error?.failure.kind], ['failed', 'notFound']);
    timeline.dispose();
  });

  it('does not find what was deleted', async () => {
    const gone = idOf('p', 50);
    const bob = clientOf(server(), { as: 'bob' });
    await bob.chat.delete({ roomId: 'room-p', msgId: gone });
    const timeline = session.timeline({ room: roomId('room-p') });
    await timeline.open();

    assert.equal(await timeline.around(messageId(gone)), false);
    timeline.dispose();
  });
});
