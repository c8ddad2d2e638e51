import assert from 'node:assert/strict';
import { Newsbox } from '../../../src/model/liveNews';
import { LiveWatch } from '../../../src/model/liveWatch';
import { roomId } from '../../../src/model/room';
import { RoomStore } from '../../../src/model/roomStore';
import { FakeClock } from '../../support/fakeClock';
import { FakeRealtime } from '../../support/fakeRealtime';
import { room } from '../../support/makers/room';

const general = roomId('general');
const streamsOfGeneral = [
  'stream-notify-room general/deleteMessage',
  'stream-notify-room general/deleteMessageBulk',
];

describe('LiveWatch', () => {
  let clock: FakeClock;
  let realtime: FakeRealtime;
  let rooms: RoomStore;
  let watches: LiveWatch;
  let told: string[];

  beforeEach(() => {
    clock = new FakeClock();
    realtime = new FakeRealtime();
    realtime.become({ state: 'live' });
    rooms = new RoomStore();
    told = [];
    watches = new LiveWatch({
      realtime,
      box: new Newsbox(clock, () => undefined),
      rooms,
      signal: new AbortController().signal,
      onDidBegin: () => told.push('begins'),
      onDidEnd: () => told.push('ends'),
    });
    watches.begin();
  });

  /** What the server answers by itself has been answered. */
  async function watching(): Promise<void> {
    watches.watch(general);
    await clock.advance(0);
  }

  it('follows a room once, however many look', async () => {
    rooms.merge([room('general')]);
    await watching();

    await watching();

    assert.deepEqual([realtime.subscribed, told], [streamsOfGeneral, ['begins']]);
  });

  it('follows a room anew that the person has joined, for it was refused before', async () => {
    await watching();

    rooms.merge([room('general')]);
    await clock.advance(0);

    assert.deepEqual([realtime.subscribed, told], [streamsOfGeneral, ['begins', 'ends', 'begins']]);
  });

  it('follows a room anew that was left and joined again', async () => {
    rooms.merge([room('general')]);
    await watching();
    rooms.merge([], [general]);

    rooms.merge([room('general')]);
    await clock.advance(0);

    assert.deepEqual(told, ['begins', 'ends', 'begins']);
  });

  it('goes on as it is when a room changes', async () => {
    rooms.merge([room('general')]);
    await watching();

    rooms.merge([room('general', { unread: 1 })]);
    await clock.advance(0);

    assert.deepEqual(told, ['begins']);
  });

  it('believes no answer to what it has given up', async () => {
    realtime.answerSubscriptions(false);
    await watching();
    rooms.merge([room('general')]);

    realtime.answerSubscriptions(true);
    await clock.advance(0);

    assert.deepEqual(told, ['ends', 'begins']);
  });
});
