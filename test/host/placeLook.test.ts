import assert from 'node:assert/strict';
import type { WirePreferences } from '../../src/api/wirePeople';
import { Emitter } from '../../src/base/event';
import { Lifetime } from '../../src/base/lifetime';
import { messageId, type Message } from '../../src/model/message';
import type { Place } from '../../src/model/place';
import { roomId } from '../../src/model/room';
import type { Session } from '../../src/model/session';
import { preferencesFromWire } from '../../src/model/user';
import { roomIcons } from '../../src/views/roomItem';
import { placeLook } from '../../src/webview/placeLook';
import type { PlaceView } from '../../src/webview/protocol/conversation';
import { SessionPage } from '../../src/webview/sessionPage';
import { FakeClock } from '../support/fakeClock';
import { withFakeLive } from '../support/fakeLive';
import { sessionWith } from '../support/fakeSession';
import { FakeSurface } from '../support/fakeSurface';
import { FakeTimeline } from '../support/fakeTimeline';
import { account } from '../support/makers/account';
import { message } from '../support/makers/message';
import { room } from '../support/makers/room';

const window = { isFocused: () => true, onDidChange: new Emitter<boolean>().event };
const general: Place = { room: roomId('general') };
const thread: Place = { ...general, thread: messageId('t') };

describe('What stands around a thread', () => {
  let lifetime: Lifetime;
  beforeEach(() => {
    lifetime = new Lifetime();
  });
  afterEach(() => lifetime.dispose());

  function signedIn(preferences?: WirePreferences): Session {
    const me = account({ preferences: preferencesFromWire(preferences) });
    const session = lifetime.own(sessionWith({}, { account: me }).session);
    withFakeLive(session);
    Object.defineProperty(session, 'timeline', { value: (place: Place) => new FakeTimeline(place) });
    return session;
  }

  async function lookOf(session: Session, first: Partial<Message>): Promise<PlaceView> {
    session.messages.merge([message('t', first)]);
    const options = { session, surface: new FakeSurface(), clock: new FakeClock(), window, parts: [] };
    const page = lifetime.own(new SessionPage(options));
    await page.go(thread);
    return placeLook(page, roomIcons, undefined);
  }

  describe('the check that sends a reply to the room too', () => {
    type Choice = WirePreferences['alsoSendThreadToChannel'];

    async function isChecked(alsoSendThreadToChannel: Choice, replies: number) {
      const { box } = await lookOf(signedIn({ alsoSendThreadToChannel }), { replies });
      assert.equal(box.state, 'open');
      return box.alsoToRoom?.isChecked;
    }

    it('is set for the first reply, unless the person chose otherwise', async () => {
      assert.deepEqual([await isChecked('default', 0), await isChecked('default', 3)], [true, false]);
    });

    it('is always set where the person wants that', async () => {
      assert.deepEqual([await isChecked('always', 0), await isChecked('always', 3)], [true, true]);
    });

    it('is never set where the person wants that', async () => {
      assert.deepEqual([await isChecked('never', 0), await isChecked('never', 3)], [false, false]);
    });
  });

  describe('its title', () => {
    it('is what the thread began with', async () => {
      const { title } = await lookOf(signedIn(), { text: 'Why does it leak?' });

      assert.equal(title, 'Why does it leak?');
    });

    it('says nothing of a person whom one ignores', async () => {
      const session = signedIn();
      session.rooms.merge([room('general', { ignored: ['bob-id'], updatedAt: 1 })]);

      const { title, parent } = await lookOf(session, { text: 'Why does it leak?' });

      assert.deepEqual([title, parent], ['Thread', 'general']);
    });
  });
});
