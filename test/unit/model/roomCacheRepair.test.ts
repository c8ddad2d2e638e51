import assert from 'node:assert/strict';
import type { Session } from '../../../src/model/session';
import { roomId } from '../../../src/model/room';
import { FakeClock } from '../../support/fakeClock';
import { argsOf, sessionWith } from '../../support/fakeSession';
import { quietServer } from '../../support/liveSession';
import { minute, wireMessage } from '../../support/makers/message';
import { delta, wireRoom, wireSubscription } from '../../support/makers/room';

const general = roomId('general');

/** A session that shows what was kept at nine and goes on without a connection; `gone` was deleted meanwhile. */
async function restored(nowOnServer = minute(10)) {
  const clock = new FakeClock();
  const { client, session } = sessionWith(
    {
      ...quietServer(),
      rooms: { get: () => delta([wireRoom('general', { _updatedAt: nowOnServer })]) },
      chat: {
        syncMessages: () => ({
          result: { updated: [], deleted: [{ _id: 'gone', _deletedAt: minute(5) }] },
        }),
      },
    },
    { clock, random: () => 0.5 },
  );
  session.restore({
    rooms: {
      rooms: [wireRoom('general')],
      subscriptions: [wireSubscription('general')],
      since: Date.parse(minute(1)),
    },
    messages: [wireMessage('stays'), wireMessage('gone')],
    known: [{ room: general, until: Date.parse(minute(1)) }],
  });
  session.live.begin();
  await clock.advance(0);
  return { client, clock, session };
}

const said = (session: Session) => session.messages.ofRoom(general).map(({ id }) => id as string);

describe('A session that shows what was kept', () => {
  it('asks nothing about messages of rooms that nobody looks at', async () => {
    const { client, clock, session } = await restored();

    await clock.advance(61_000);

    assert.deepEqual(argsOf(client, 'chat.syncMessages'), []);
    assert.deepEqual(said(session).sort(), ['gone', 'stays']);
  });

  it('lets go of what was deleted while it was away, once the room is watched', async () => {
    const { client, clock, session } = await restored();

    session.live.watch(general);
    await clock.advance(0);

    assert.deepEqual(said(session), ['stays']);
    assert.deepEqual(argsOf(client, 'chat.syncMessages'), [{ roomId: 'general', lastUpdate: minute(1) }]);
  });

  it('forgets what it showed of a room where it was away for more than a day', async () => {
    const { client, clock, session } = await restored(minute(60 * 25));

    session.live.watch(general);
    await clock.advance(0);

    assert.deepEqual([said(session), argsOf(client, 'chat.syncMessages')], [[], []]);
  });
});
