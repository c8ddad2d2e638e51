import assert from 'node:assert/strict';
import { streams } from '../../../src/api/realtime/streams';
import { LiveTyping } from '../../../src/model/liveTyping';
import { roomId } from '../../../src/model/room';
import { FakeClock } from '../../support/fakeClock';
import { FakeRealtime } from '../../support/fakeRealtime';

const general = roomId('general');
const dev = roomId('dev');
const typing = ['user-typing'];

describe('LiveTyping', () => {
  let clock: FakeClock;
  let realtime: FakeRealtime;
  let typists: LiveTyping;
  let told: string[];
  const now = () => typists.in(general).join(' ');
  const hear = (name: string, activities: readonly string[]) =>
    realtime.emit(streams.activity(general), name, activities);

  beforeEach(() => {
    clock = new FakeClock();
    realtime = new FakeRealtime();
    realtime.become({ state: 'live' });
    typists = new LiveTyping({ me: { username: 'ann', name: 'Ann Lee' }, realtime, clock });
    told = [];
    typists.onDidChange((room) => told.push(`${room}: ${typists.in(room).join(' ')}`));
    typists.setRoom(general);
  });

  it('names who types, the first to begin first, until each has stopped', () => {
    hear('bob', typing);
    hear('cleo', typing);
    hear('bob', typing);
    hear('bob', []);

    assert.deepEqual(told, ['general: bob', 'general: bob cleo', 'general: cleo']);
  });

  it('forgets who has not been heard of for 15 seconds', async () => {
    hear('bob', typing);
    hear('cleo', typing);
    await clock.advance(10_000);
    hear('bob', typing);

    await clock.advance(5_000);

    assert.equal(now(), 'bob');
  });

  it('tells the others that I type and that I have stopped, by the name that the server calls me', () => {
    typists.tell(general, { name: 'ann', isTyping: true });
    typists.tell(general, { name: 'ann', isTyping: false });

    assert.deepEqual(
      realtime.calls.map(({ method, params }) => [method, ...params]),
      [
        ['stream-notify-room', 'general/user-activity', 'ann', ['user-typing'], {}],
        ['stream-notify-room', 'general/user-activity', 'ann', [], {}],
      ],
    );
  });

  it('tells nobody while there is no connection', () => {
    realtime.become({ state: 'connecting' });

    typists.tell(general, { name: 'ann', isTyping: true });

    assert.deepEqual(realtime.calls, []);
  });

  it('leaves no timer when nobody types', async () => {
    hear('bob', typing);
    hear('cleo', typing);
    hear('cleo', []);

    await clock.advance(15_000);

    assert.deepEqual([now(), clock.pending], ['', []]);
  });

  it('leaves me out, by whichever name the server calls me', () => {
    hear('ann', typing);
    hear('Ann Lee', typing);

    assert.deepEqual(told, []);
  });

  it('heeds nothing else that people do', () => {
    hear('bob', ['user-uploading']);
    hear('cleo', ['user-recording', 'user-typing']);

    assert.deepEqual(told, ['general: cleo']);
  });

  it('passes over events that cannot be read', () => {
    const nonsense: readonly unknown[][] = [
      [],
      [null, typing],
      ['', typing],
      [{}, {}],
      ['bob', 'user-typing'],
    ];

    // What no server should send.
    for (const event of nonsense) hear(...(event as [string, string[]]));

    assert.deepEqual(told, []);
  });

  it('follows one room at a time, and forgets who typed in the one before', () => {
    hear('bob', typing);

    typists.setRoom(dev);

    assert.deepEqual(realtime.subscribed, ['stream-notify-room dev/user-activity']);
    assert.deepEqual(told, ['general: bob', 'general: ']);
    assert.deepEqual(clock.pending, []);
  });

  it('does not know any more who types once the connection is lost', () => {
    hear('bob', typing);

    realtime.become({ state: 'connecting' });

    assert.deepEqual([now(), clock.pending], ['', []]);
  });

  it('leaves nothing behind when it has ended', () => {
    hear('bob', typing);

    typists.dispose();

    assert.deepEqual([now(), realtime.subscribed, clock.pending], ['', [], []]);
  });
});

describe('LiveTyping without a connection', () => {
  it('knows of nobody', () => {
    const typists = new LiveTyping({ me: { username: 'ann' }, realtime: undefined, clock: new FakeClock() });

    typists.setRoom(general);

    assert.deepEqual(typists.in(general), []);
  });
});
