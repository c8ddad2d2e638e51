import type { Message, Room, User } from '../../world/documents';
import { channelsIn, mentionsIn } from '../../world/text';
import { urlsIn } from '../../world/urls';
import { refOf } from '../../world/users';
import type { World } from '../../world/world';
import type { Chance } from './chance';
import { opener, sentence } from './sentences';

const minute = 60_000;
/** A room is carried by a few of its members. */
const speakers = 12;
const reactions = [':+1:', ':tada:', ':eyes:', ':heart:', ':rocket:', ':heron:'];
/** A thread is answered while it is among the last. */
const openThreads = 6;

interface Talk {
  readonly room: Room;
  readonly members: readonly User[];
  readonly count: number;
  /** The names of other rooms. */
  readonly rooms: readonly string[];
}

/** What is said in one room, oldest first, in the shape in which the posting of messages leaves them. */
export class Talker {
  private made = 0;

  constructor(
    private readonly world: World,
    private readonly chance: Chance,
  ) {}

  messagesOf({ room, members, count, rooms }: Talk): Message[] {
    const { chance } = this;
    const crew = chance.some(members, speakers);
    const names = { person: crew.map((user) => user.username), room: rooms };
    const threads: Message[] = [];
    let author = chance.of(crew);
    return this.times(room, count).map((time) => {
      if (!chance.is(0.35)) author = chance.of(crew);
      const main = chance.is(0.15) ? threads[chance.below(openThreads)] : undefined;
      const isOpener = !main && chance.is(0.05);
      const text = isOpener ? opener(chance) : sentence(chance, names);
      const message = this.message({ room, author, time, text, main });
      if (isOpener) threads.unshift(message);
      if (main) answer(main, message);
      if (chance.is(0.07)) this.react(message, members);
      return message;
    });
  }

  /** In bursts, up to the present in the busy rooms and to some day before it in the others. */
  private times(room: Room, count: number): string[] {
    const { chance } = this;
    const present = this.world.now();
    const start = Date.parse(room.ts);
    const end =
      present - chance.part() * Math.min(present - start, (30 * 24 * 60 * minute * 40) / (count + 1));
    const gaps = Array.from({ length: count }, () => chance.part() ** 6 + 0.0001);
    const scale = (end - start) / gaps.reduce((sum, gap) => sum + gap, 0);
    let time = start;
    return gaps.map((gap) => new Date((time += gap * scale)).toISOString());
  }

  private message({ room, author, time, text, main }: Saying): Message {
    return {
      _id: this.newId(time),
      rid: room._id,
      msg: text,
      ts: time,
      u: refOf(author),
      ...(main && { tmid: main._id }),
      _updatedAt: time,
      urls: text.includes('://') ? urlsIn(text) : [],
      mentions: text.includes('@') ? mentionsIn(this.world, text, room._id) : [],
      channels: text.includes('#') ? channelsIn(this.world, text) : [],
    };
  }

  /** As the database makes them: the second, and a counter. */
  private newId(time: string): string {
    const seconds = Math.floor(Date.parse(time) / 1000);
    return `${seconds.toString(16)}1a26e5c0de${(this.made++).toString(16).padStart(6, '0')}`;
  }

  private react(message: Message, members: readonly User[]): void {
    const { chance } = this;
    const kinds = chance.some(reactions, 1 + chance.below(2));
    const likers = () => chance.some(members.slice(0, 40), 1 + chance.below(4)).map((user) => user.username);
    message.reactions = Object.fromEntries(kinds.map((kind) => [kind, { usernames: likers() }]));
    message._updatedAt = later(message, 3 * minute, this.world.now());
  }
}

interface Saying {
  readonly room: Room;
  readonly author: User;
  readonly time: string;
  readonly text: string;
  /** The first message of the thread that it goes into. */
  readonly main: Message | undefined;
}

function answer(main: Message, reply: Message): void {
  main.replies = [...new Set([...(main.replies ?? [main.u._id]), reply.u._id])];
  main.tcount = (main.tcount ?? 0) + 1;
  main.tlm = reply.ts;
  main._updatedAt = reply.ts;
}

function later({ _updatedAt }: Message, ms: number, present: number): string {
  return new Date(Math.min(Date.parse(_updatedAt) + ms, present)).toISOString();
}
