import assert from 'node:assert/strict';
import { streams } from '../../../src/api/realtime/streams';
import { roomId } from '../../../src/model/room';
import { FakeClock } from '../../support/fakeClock';
import { FakeRealtime } from '../../support/fakeRealtime';
import { sessionWith } from '../../support/fakeSession';
import { liveSession, quietServer } from '../../support/liveSession';
import { room } from '../../support/makers/room';
import { rowsOf } from '../../support/rowsOf';

const general = roomId('general');
const bobTypes = ['bob', ['user-typing']] as const;

/** A live session with the room general in hand, another one beside it, both drawn. */
async function drawn() {
  const made = await liveSession();
  const { session } = made;
  await made.goLive();
  session.rooms.merge([room('dev')]);
  session.takeInHand(general);
  const tree = rowsOf(session);
  await tree.roomRow('general');
  return { ...tree, ...made };
}

describe('Rows of rooms in which somebody types', () => {
  it('are drawn again when somebody begins or stops, and no other row', async () => {
    const { realtime, redrawn } = await drawn();

    realtime.emit(streams.activity(general), ...bobTypes);
    realtime.emit(streams.activity(general), ...bobTypes);
    realtime.emit(streams.activity(general), 'bob', []);

    assert.deepEqual(redrawn, ['section:channels/room:general', 'section:channels/room:general']);
  });

  it('are drawn again as nobody types once another room is in hand', async () => {
    const { realtime, redrawn, session } = await drawn();
    realtime.emit(streams.activity(general), ...bobTypes);
    redrawn.length = 0;

    session.takeInHand(roomId('dev'));

    assert.ok(redrawn.includes('section:channels/room:general'));
    assert.deepEqual(session.live.typing(general), []);
  });

  it('ask the server for nothing', async () => {
    const { client, clock, realtime } = await drawn();
    const before = client.called.length;

    realtime.emit(streams.activity(general), ...bobTypes);
    await clock.advance(15_000);

    assert.equal(client.called.length, before);
  });

  it('are told of nobody before the session begins', () => {
    const realtime = new FakeRealtime();
    const { session } = sessionWith(quietServer(), { clock: new FakeClock(), realtime });
    const followed = () => realtime.subscribed.filter((name) => name.endsWith('user-activity'));
    session.takeInHand(general);
    const before = followed();

    session.live.begin();

    assert.deepEqual([before, followed()], [[], ['stream-notify-room general/user-activity']]);
  });
});
