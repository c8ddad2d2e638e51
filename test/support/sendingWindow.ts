import type { Clock } from '../../src/base/clock';
import { MemoryFolder, type Folder } from '../../src/model/files';
import type { Place } from '../../src/model/place';
import { roomId } from '../../src/model/room';
import type { Outgoing } from '../../src/model/sendingItems';
import { Session } from '../../src/model/session';
import type { StandIn } from '../server/server';
import { clientOf } from './clientOf';
import { FakeClock } from './fakeClock';
import { account } from './makers/account';
import { room } from './makers/room';
import { eachWithServer } from './standIn';

export const general: Place = { room: roomId('GENERAL') };

export interface SendingWindow {
  readonly session: Session;
  readonly clock: FakeClock;
  /** Each state that the entries of general have been in: `sending hello`. */
  readonly seen: string[];
  readonly shown: (place?: Place) => string[];
}

interface WindowOptions {
  readonly folder?: Folder;
  readonly clock?: FakeClock;
}

/** A window of ann's: pauses between tries of one call take no time, those of the window are the test's. */
export function windowOn(server: StandIn, options: WindowOptions = {}): SendingWindow {
  const { folder = new MemoryFolder(), clock = new FakeClock() } = options;
  const client = clientOf(server, { clock: hasty, random: () => 0 });
  const session = new Session({
    account: account({ server: server.url, userId: 'ann-id', username: 'ann' }),
    client,
    clock,
    writing: folder,
  });
  session.rooms.merge([room('GENERAL', { name: 'general', slug: 'general' })]);
  const seen: string[] = [];
  const shown = (place = general) => session.sending.entries(place).map(inWords);
  session.sending.onDidChange(() => seen.push(...shown().filter((entry) => seen.at(-1) !== entry)));
  return { session, clock, seen, shown };
}

/** A fresh server for each test of the suite, and windows over it that close with the test. */
export function eachWithWindows(): {
  readonly server: () => StandIn;
  readonly opened: (options?: WindowOptions) => SendingWindow;
} {
  const server = eachWithServer();
  const windows: SendingWindow[] = [];
  afterEach(() => windows.splice(0).forEach(({ session }) => session.dispose()));
  const opened = (options?: WindowOptions) => {
    const window = windowOn(server(), options);
    windows.push(window);
    return window;
  };
  return { server, opened };
}

function inWords({ state, text }: Outgoing): string {
  return `${state} ${text}`;
}

export function said(text: string) {
  return { text, quotes: [], alsoToRoom: false };
}

/** Timers run at once: pauses take no time, deadlines never come. */
const hasty: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    if (ms >= 10_000) return { dispose: () => undefined };
    queueMicrotask(run);
    return { dispose: () => undefined };
  },
};
