import type { WireMessage, WireRoom, WireSubscription } from '../../src/api/wire';
import { Emitter } from '../../src/base/event';
import type { Files } from '../../src/model/files';
import type { LiveState } from '../../src/model/live';
import { roomId } from '../../src/model/room';
import type { Session } from '../../src/model/session';
import { Threads, type ThreadsSource } from '../../src/model/threads';
import type { Answers } from './fakeClient';
import { FakeClock } from './fakeClock';
import { argsOf, sessionWith } from './fakeSession';
import { minute, pageOf, wireMessage } from './makers/message';
import { delta, wireRoom, wireSubscription } from './makers/room';

/** A room of ann's with its threads, as the server knows them. */
export interface ThreadedRoom {
  readonly id: string;
  /** Minutes after nine at which something last happened in it. */
  readonly at?: number;
  readonly threads?: readonly WireMessage[];
  readonly unread?: readonly string[];
  readonly room?: Partial<WireRoom>;
  readonly mine?: Partial<WireSubscription>;
}

/** A thread that ann follows, answered last so many minutes after nine. */
export function wireThread(id: string, at: number, over: Partial<WireMessage> = {}): WireMessage {
  const tlm = minute(at);
  return wireMessage(id, { tcount: 1, tlm, replies: ['ann-id'], _updatedAt: tlm, ...over });
}

export function threadServer(...rooms: ThreadedRoom[]): Answers {
  const of = (rid: string) => rooms.find(({ id }) => id === rid);
  return {
    rooms: { get: () => delta(rooms.map(wireRoomOf)) },
    subscriptions: {
      get: () =>
        delta(rooms.map(({ id, unread = [], mine }) => wireSubscription(id, { tunread: unread, ...mine }))),
    },
    session: { me: () => ({ _id: 'ann-id', username: 'ann' }) },
    settings: { public: () => ({ settings: [], count: 0, offset: 0, total: 0 }) },
    chat: {
      getThreadsList: (args) => {
        const { threads = [], unread = [] } = of(args.rid) ?? {};
        const wanted = args.type === 'unread' ? threads.filter(({ _id }) => unread.includes(_id)) : threads;
        const { messages, ...page } = pageOf(wanted, args);
        return { ...page, threads: messages.map((wire) => ({ ...wire, rid: args.rid })) };
      },
      syncThreadsList: ({ rid }) => ({
        threads: delta((of(rid)?.threads ?? []).map((wire) => ({ ...wire, rid }))),
      }),
    },
  };
}

function wireRoomOf({ id, at = 0, room }: ThreadedRoom): WireRoom {
  return wireRoom(id, { lm: minute(at), _updatedAt: minute(at), ...room });
}

/** Texts in memory. */
export function memoryFiles(
  texts = new Map<string, string>(),
): Files & { readonly texts: Map<string, string> } {
  return {
    texts,
    read: (name) => Promise.resolve(texts.get(name)),
    write: (name, text) => Promise.resolve(void texts.set(name, text)),
    remove: (name) => Promise.resolve(void texts.delete(name)),
  };
}

/** Ann's threads over rooms that have come from the server, with a live side that is what the test says. */
export async function threadsWith(answers: Answers, files?: Files) {
  const clock = new FakeClock();
  const { client, session } = sessionWith(answers, { clock });
  const live = fakeLive();
  const { rooms, sync } = session;
  rooms.merge([], [roomId('general')]);
  const threads = new Threads(sourceOf(session, live), { clock, files });
  await sync.refresh('person');
  await clock.advance(0);
  const asked = (method: string) => argsOf(client, `chat.${method}`);
  return {
    client,
    clock,
    session,
    threads,
    become: live.become,
    /** Somebody looks, and what can be done at once has been done. */
    watch: async () => {
      threads.setWatched(true);
      await clock.advance(0);
    },
    ids: () => threads.all().map(({ id, isUnread }) => (isUnread ? `*${id}` : id)),
    /** Rooms that were looked in, in order. */
    looked: () => asked('getThreadsList').map((args) => ('rid' in args ? args.rid : undefined)),
    asked,
  };
}

function sourceOf(session: Session, live: ThreadsSource['live']): ThreadsSource {
  const { account, client, rooms, messages, sync } = session;
  return {
    account,
    client,
    rooms,
    messages,
    sync,
    live,
    receive: (wires) => session.receive(wires),
    settings: () => session.settings('background'),
  };
}

function fakeLive() {
  const changed = new Emitter<LiveState>();
  let state: LiveState = { mode: 'off' };
  return {
    get state() {
      return state;
    },
    onDidChange: changed.event,
    become: (mode: 'live' | 'offline') => {
      state = { mode };
      changed.fire(state);
    },
  };
}
