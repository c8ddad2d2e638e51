import { connectRealtime } from '../../../src/api/realtime/connectRealtime';
import type { Realtime } from '../../../src/api/realtime/realtime';
import type { MessageId } from '../../../src/model/message';
import type { MessageList } from '../../../src/model/messageList';
import { messageId } from '../../../src/model/message';
import { roomId } from '../../../src/model/room';
import { roomLists, type RoomListKind } from '../../../src/model/roomLists';
import { Session } from '../../../src/model/session';
import type { StandIn } from '../../server/server';
import { clientOf, credentialsOf } from '../clientOf';
import { FakeClock } from '../fakeClock';
import { account } from '../makers/account';
import { townRooms } from './town';

/** More than the longest pause between two attempts. */
const patience = 300_000;

/** Ann's own session, over sockets and REST; its time passes when it has nothing to do. */
export class Witness {
  readonly clock = new FakeClock();
  readonly realtime: Realtime;
  readonly session: Session;
  private underway = 0;

  constructor(server: StandIn) {
    const { clock } = this;
    const client = clientOf(server, { clock, fetch: (input, init) => this.counted(fetch(input, init)) });
    const token = credentialsOf('ann').authToken;
    const random = () => 0.5;
    this.realtime = connectRealtime(server.url, { token, clock, random });
    const me = account({ server: server.url });
    this.session = new Session({ account: me, client, realtime: this.realtime, clock, random });
  }

  /** Lets time pass, network and all. */
  async pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 250) {
      await this.clock.advance(250);
      await this.untilQuiet();
    }
  }

  /** Live, with nothing left to be asked or told. */
  async settle(): Promise<void> {
    const { live } = this.session;
    // A socket that was cut may not have been noticed yet.
    do {
      await this.passUntil('live', () => live.state.mode === 'live');
      await this.prove();
      await this.pass(3_000);
    } while (live.state.mode !== 'live');
  }

  dispose(): void {
    this.session.dispose();
  }

  /** All that the server has sent so far has come. */
  private async prove(): Promise<void> {
    let isProven = false;
    const proving = this.realtime.onDidProve(() => (isProven = true));
    this.realtime.hurry();
    await this.passUntil('proven', () => isProven);
    proving.dispose();
  }

  private async passUntil(what: string, isSo: () => boolean): Promise<void> {
    for (let passed = 0; !isSo(); passed += 250) {
      if (passed > patience) throw new Error(`Never ${what}, but ${JSON.stringify(this.session.live.state)}`);
      await this.pass(250);
    }
  }

  private async untilQuiet(): Promise<void> {
    do for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
    while (this.underway > 0);
  }

  private async counted<T>(work: Promise<T>): Promise<T> {
    this.underway += 1;
    try {
      return await work;
    } finally {
      this.underway -= 1;
    }
  }
}

/** Every list that the trial looks at, by a name. */
export function listsIn(session: Session): Map<string, MessageList> {
  const lists = new Map<string, MessageList>();
  // `Object.keys` knows its result as strings only.
  const kinds = Object.keys(roomLists) as RoomListKind[];
  for (const room of townRooms) {
    for (const kind of kinds) lists.set(`${kind} of ${room}`, session.list(roomId(room), kind));
    lists.set(`recent of ${room}`, session.recent(roomId(room)));
    lists.set(`replies of ${room}`, session.replies(questionOf(room)));
  }
  return lists;
}

function questionOf(room: string): MessageId {
  return messageId(`${room}-question`);
}
