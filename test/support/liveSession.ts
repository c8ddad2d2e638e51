import { streams } from '../../src/api/realtime/streams';
import type { WireMessage } from '../../src/api/wire';
import { messageId } from '../../src/model/message';
import type { SessionOptions } from '../../src/model/session';
import type { Answers, FakeClient } from './fakeClient';
import { FakeClock } from './fakeClock';
import { FakeRealtime } from './fakeRealtime';
import { sessionWith } from './fakeSession';
import { roomServer } from './fakeSync';
import { delta, wireRoom, wireSubscription } from './makers/room';
import { pageOf } from './makers/message';

/** A server with the room general, these pins in it, and nothing that has changed since. */
export function quietServer(...pinned: readonly WireMessage[]): Answers {
  return {
    ...roomServer(delta([wireRoom('general')]), delta([wireSubscription('general')])),
    session: { me: () => ({ _id: 'ann-id', username: 'ann' }) },
    settings: { public: () => ({ settings: [], count: 0, offset: 0, total: 0 }) },
    chat: {
      getPinnedMessages: (args) => pageOf(pinned, args),
      syncMessages: () => ({ result: { updated: [], deleted: [] } }),
    },
  };
}

/** Ann's session over a connection that does what the test says; it has begun. */
export async function liveSession(answers: Answers = quietServer(), options: Partial<SessionOptions> = {}) {
  const clock = new FakeClock();
  const realtime = new FakeRealtime();
  const { client, session } = sessionWith(answers, { clock, realtime, random: () => 0.5, ...options });
  const modes: string[] = [];
  session.live.onDidChange((state) =>
    modes.push(state.mode === 'polling' ? `${state.mode}: ${state.reason}` : state.mode),
  );
  session.live.begin();
  await clock.advance(0);
  return {
    client,
    clock,
    realtime,
    session,
    modes,
    news: newsOf(client),
    goLive: async () => {
      realtime.become({ state: 'live' });
      await clock.advance(0);
    },
    fail: async (failures: number) => {
      realtime.become({ state: 'waiting', until: new Date(0), failures });
      await clock.advance(0);
    },
    say: async (wire: WireMessage) => {
      realtime.emit(streams.myMessages('ann-id'), wire);
      await clock.advance(0);
    },
    textOf: (id: string) => session.messages.get(messageId(id))?.text,
  };
}

/** What was asked for since the last look, without what is learnt behind the rooms. */
function newsOf(client: FakeClient): () => string[] {
  let seen = 0;
  return () => {
    const asked = client.called.filter((name) => !/^(session|settings|permissions)\./.test(name));
    const fresh = asked.slice(seen);
    seen = asked.length;
    return fresh;
  };
}
