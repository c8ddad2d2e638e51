import type { Clock } from '../../../src/base/clock';
import type { Disposable } from '../../../src/base/event';
import type { Message, Room, User } from '../../server/world/documents';
import { noteMark } from '../../server/world/marks';
import { post } from '../../server/world/posting';
import type { World } from '../../server/world/world';
import { mannerFor } from './manners';

/** Milliseconds until a colleague has looked, and from then on until the answer is written. */
const looking = 2_500;
const writing = 5_000;

/** Those who answer, most willing first. */
const willing = ['ben', 'mei', 'jonas', 'grace', 'alice'];

/** Lets a member of the team react to whatever somebody posts from now on, and answer in its thread. */
export class Colleague implements Disposable {
  private readonly since: string;
  private readonly known = new Set<string>();
  private readonly timers = new Set<Disposable>();

  constructor(
    private readonly world: World,
    private readonly clock: Clock,
  ) {
    this.since = world.timestamp();
    world.events.on('message', this.notice);
  }

  dispose(): void {
    this.world.events.off('message', this.notice);
    for (const timer of this.timers) timer.dispose();
  }

  /** Changes of a message come here as well: those of its own reaction among them. */
  private readonly notice = (message: Message): void => {
    if (this.known.has(message._id) || message.t !== undefined || message.ts < this.since) return;
    this.known.add(message._id);
    const room = this.world.rooms.byId(message.rid);
    const author = room && this.whoAnswers(room, message);
    if (author) this.after(looking, () => this.react(author, room, message));
  };

  private whoAnswers(room: Room, message: Message): User | undefined {
    if (room.ro === true) return undefined;
    return willing
      .map((name) => this.world.users.byUsername(name))
      .find((user) => user && user._id !== message.u._id && this.world.subscriptions.of(user._id, room._id));
  }

  private react(author: User, room: Room, message: Message): void {
    const { emoji } = mannerFor(message.msg);
    message.reactions = { ...message.reactions, [emoji]: { usernames: [author.username] } };
    noteMark(this.world, message);
    this.after(writing, () => this.answer(author, room, message));
  }

  private answer(author: User, room: Room, { _id, tmid, msg }: Message): void {
    const { answers } = mannerFor(msg);
    const id = this.world.newReadableId();
    const text = answers[this.known.size % answers.length];
    this.known.add(id);
    post(this.world, { author, room, draft: { _id: id, msg: text, tmid: tmid ?? _id } });
  }

  private after(ms: number, run: () => void): void {
    const timer = this.clock.after(ms, () => {
      this.timers.delete(timer);
      run();
    });
    this.timers.add(timer);
  }
}
