import assert from 'node:assert/strict';
import { Emitter } from '../../../src/base/event';
import { Lifetime } from '../../../src/base/lifetime';
import { messageId } from '../../../src/model/message';
import type { Place } from '../../../src/model/place';
import { roomId } from '../../../src/model/room';
import type { Session } from '../../../src/model/session';
import { ConversationPage } from '../../../src/webview/conversationPage';
import { MessagesPart } from '../../../src/webview/messagesPart';
import type { MessagesView, ToPage } from '../../../src/webview/protocol/conversation';
import type { ReadingPage } from '../../../src/webview/sessionPage';
import { failure } from '../../support/fakeClient';
import { FakeClock } from '../../support/fakeClock';
import { withFakeLive } from '../../support/fakeLive';
import { sessionWith } from '../../support/fakeSession';
import { FakeSurface } from '../../support/fakeSurface';
import { FakeTimeline } from '../../support/fakeTimeline';
import { account } from '../../support/makers/account';
import { message } from '../../support/makers/message';
import { room } from '../../support/makers/room';

const general: Place = { room: roomId('general') };
const thread: Place = { ...general, thread: messageId('m1') };
const words = { you: 'You', systemText: () => '', explain: () => '', waiting: () => '', failed: () => '' };

describe('ConversationPage', () => {
  let lifetime: Lifetime;
  let clock: FakeClock;
  let surface: FakeSurface;
  let session: Session;
  let inUse: Session | undefined;
  let isFocused: boolean;
  let timelines: FakeTimeline[];
  let readings: ReadingPage[];
  let dropped: unknown[];
  let uses: number;
  let page: ConversationPage;
  const switched = new Emitter<Session | undefined>();
  const focused = new Emitter<boolean>();

  beforeEach(() => {
    lifetime = new Lifetime();
    clock = new FakeClock();
    surface = new FakeSurface();
    [timelines, readings, dropped, isFocused, uses] = [[], [], [], true, 0];
    session = signedIn();
    inUse = session;
    page = open();
  });
  afterEach(() => lifetime.dispose());

  function signedIn(userId = 'ann-id'): Session {
    const made = lifetime.own(sessionWith({}, { clock, account: account({ userId }) }).session);
    const timeline = (place: Place) => {
      const fake = new FakeTimeline(place);
      timelines.push(fake);
      return fake;
    };
    Object.defineProperty(made, 'timeline', { value: timeline });
    return made;
  }

  function open(): ConversationPage {
    return lifetime.own(
      new ConversationPage({
        current: {
          get: () => inUse,
          onDidChange: switched.event,
          account: session.account,
          signedOut: () => 'signedOut',
        },
        surface,
        clock,
        window: { isFocused: () => isFocused, onDidChange: focused.event },
        parts: [
          (reading: ReadingPage) => {
            readings.push(reading);
            return new MessagesPart(reading, words);
          },
        ],
        firstPlace: () => general,
        faces: {
          setup: () => assert.fail('nobody needs it here'),
          view: () => assert.fail('nobody needs it here'),
          act: () => undefined,
        },
        drop: (value) => dropped.push(value),
        onDidGo: () => undefined,
        onDidUse: () => (uses += 1),
      }),
    );
  }

  async function told(): Promise<readonly MessagesView[]> {
    await clock.advance(0);
    return messagesIn(surface.news());
  }

  it('is in use once the person does something in it, not while it only shows', () => {
    surface.say({ type: 'ready' });
    surface.say({ type: 'seen', place: general, message: 'm1' });
    const shown = uses;

    surface.say({ type: 'atHand', message: 'm1' });

    assert.deepEqual([shown, uses], [0, 1]);
  });

  it('tells a page nothing before it is ready, and then all', async () => {
    timelines[0]?.show(message('m1'));
    const before = await told();
    surface.say({ type: 'ready' });

    const [view] = await told();
    assert.deepEqual(before, []);
    assert.deepEqual([view?.isFresh, view?.ids, view?.changed.length], [true, ['m1'], 1]);
  });

  it('tells anew what people say whom one ignores from now on', async () => {
    session.rooms.merge([room('general')]);
    timelines[0]?.show(
      message('m1'),
      message('m2', { author: { id: 'cleo-id', username: 'cleo', name: 'cleo' } }),
    );
    surface.say({ type: 'ready' });
    await told();

    session.rooms.merge([room('general', { ignored: ['cleo-id'] })]);

    const [view] = await told();
    assert.deepEqual(
      view?.changed.map(({ id, isIgnored }) => [id, isIgnored]),
      [['m2', true]],
    );
  });

  it('offers to show a message in its room only where another part of it is read', async () => {
    timelines[0]?.show(message('m1'));
    surface.say({ type: 'ready' });
    const [inRoom] = await told();
    await page.go(thread);
    timelines[1]?.show(message('m1'));
    const inThread = (await told()).at(-1);

    assert.deepEqual(
      [inRoom, inThread].map((view) => view?.changed.map(({ offers }) => offers.includes('show'))),
      [[false], [true]],
    );
  });

  it('tells once per tick what has changed, and nothing else', async () => {
    const first = message('m1');
    timelines[0]?.show(first);
    surface.say({ type: 'ready' });
    await told();

    timelines[0]?.show(first, message('m2'));
    timelines[0]?.show(first, message('m2'), message('m3'));
    const views = await told();

    assert.deepEqual(
      views.map(({ isFresh, ids }) => [isFresh, ids]),
      [[false, ['m1', 'm2', 'm3']]],
    );
    assert.deepEqual(
      views[0]?.changed.map(({ id }) => id),
      ['m2', 'm3'],
    );
  });

  it('is silent where nothing a person sees has changed', async () => {
    const first = message('m1');
    timelines[0]?.show(first);
    surface.say({ type: 'ready' });
    await told();

    timelines[0]?.show(first);
    session.rooms.merge([room('general', { lastActivity: 7 })]);

    assert.deepEqual(await told(), []);
  });

  it('tells a hidden page nothing, and all anew when it is back', async () => {
    timelines[0]?.show(message('m1'));
    surface.say({ type: 'ready' });
    await told();
    surface.setVisible(false);
    timelines[0]?.show(message('m1'), message('m2'));
    const hidden = await told();
    surface.setVisible(true);
    surface.say({ type: 'ready' });

    const [view] = await told();
    assert.deepEqual(hidden, []);
    assert.deepEqual([view?.isFresh, view?.ids], [true, ['m1', 'm2']]);
  });

  it('keeps the room as it was left while one of its threads is open', async () => {
    await page.go(thread);
    await page.go(general);

    assert.deepEqual(
      timelines.map(({ asked }) => asked.includes('dispose')),
      [false, true],
    );
    assert.equal(timelines.length, 2);
  });

  it('draws the line of what is unread once the room is known, and keeps it past a thread', async () => {
    const fresh: Place = { room: roomId('fresh') };
    await page.go(fresh);
    timelines[1]?.show(message('m1', { sentAt: 100 }), message('m2', { sentAt: 200 }));
    surface.say({ type: 'ready' });
    const unknown = (await told()).at(-1);
    session.rooms.merge([room('fresh', { hasUnread: true, unread: 1, lastSeen: 150 })]);
    const known = (await told()).at(-1);
    session.rooms.merge([room('fresh', { lastSeen: 200 })]);
    await page.go({ ...fresh, thread: messageId('m1') });
    await page.go(fresh);

    const back = (await told()).at(-1);
    assert.deepEqual(
      [unknown, known, back].map((view) => view?.firstUnread?.id),
      [undefined, 'm2', 'm2'],
    );
  });

  it('lets go of what was open before another room', async () => {
    await page.go(thread);
    await page.go({ room: roomId('other') });

    assert.deepEqual(
      timelines.map(({ asked }) => asked.includes('dispose')),
      [true, true, false],
    );
  });

  it('marks read only what can be read in a window with the focus, later if need be', () => {
    session.rooms.merge([room('general', { hasUnread: true, unread: 1 })]);
    session.messages.merge([message('m1')]);
    surface.say({ type: 'ready' });
    isFocused = false;
    surface.say({ type: 'seen', place: general, message: 'm1' });
    const before = clock.pending.filter((ms) => ms === 500).length;
    isFocused = true;
    focused.fire(true);

    assert.deepEqual([before, clock.pending.filter((ms) => ms === 500).length], [0, 1]);
  });

  it('begins anew when another account comes into use, and forgets the former one', async () => {
    timelines[0]?.show(message('m1'));
    surface.say({ type: 'ready' });
    await told();
    inUse = signedIn('bob-id');
    switched.fire(inUse);

    const [view] = await told();
    assert.deepEqual([view?.isFresh, view?.ids], [true, []]);
    assert.ok(timelines[0]?.asked.includes('dispose'));
  });

  it('loads with the connection what failed for want of one, and nothing else', () => {
    inUse = signedIn('bob-id');
    const live = withFakeLive(inUse);
    switched.fire(inUse);
    const timeline = timelines.at(-1) ?? assert.fail('no timeline');
    const retriesAfter = (kind: 'offline' | 'forbidden') => {
      timeline.error = failure(kind);
      timeline.asked.length = 0;
      for (const mode of ['offline', 'connecting', 'live'] as const) live.become({ mode });
      return timeline.asked;
    };

    assert.deepEqual([[...retriesAfter('offline')], retriesAfter('forbidden')], [['retry'], []]);
  });

  it('says nothing more of an account that is not in use any more', async () => {
    surface.say({ type: 'ready' });
    inUse = signedIn('bob-id');
    switched.fire(inUse);
    await told();

    for (const late of readings)
      late.tell({ type: 'insert', place: general, text: late.session.account.userId });

    assert.deepEqual(surface.news(), [{ type: 'insert', place: general, text: 'bob-id' }]);
  });

  it('drops what makes no sense, and what is for nobody', () => {
    surface.say({ type: 'nonsense' } as never);
    surface.say({ type: 'pickFiles' });

    assert.equal(dropped.length, 2);
  });
});

function messagesIn(told: readonly ToPage[]): readonly MessagesView[] {
  return told.flatMap((one) => (one.type === 'messages' ? [one.view] : []));
}
