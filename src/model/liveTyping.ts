import { failureOf } from '../api/errors';
import type { Realtime, StreamSubscription } from '../api/realtime/realtime';
import { streams } from '../api/realtime/streams';
import type { Clock } from '../base/clock';
import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import type { Account } from './account';
import { optionalText, texts } from './parse';
import type { RoomId } from './room';

/** Rocket.Chat's clients repeat every five seconds that somebody types: whoever is silent for this long has stopped. */
const lastsMs = 15_000;

export interface TypingOptions {
  readonly me: Pick<Account, 'username' | 'name'>;
  readonly realtime: Realtime | undefined;
  readonly clock: Clock;
}

/** Who else is typing in one room. Known only where it is told, and never asked for. */
export class LiveTyping implements Disposable {
  private readonly changed = new Emitter<RoomId>();
  private readonly link: Disposable | undefined;
  /** Those who type, the first to begin first, each with the timer that forgets it: a "stopped" can get lost. */
  private readonly timers = new Map<string, Disposable>();
  private room: RoomId | undefined;
  private subscription: StreamSubscription | undefined;

  readonly onDidChange: Event<RoomId> = this.changed.event;

  constructor(private readonly options: TypingOptions) {
    this.link = options.realtime?.onDidChangeState(({ state }) => {
      if (state !== 'live') this.clear();
    });
  }

  /** Of any other room than the one that is followed nothing is known. */
  in(room: RoomId): readonly string[] {
    return room === this.room ? [...this.timers.keys()] : [];
  }

  /** Follows this room, and no other any more. */
  setRoom(room: RoomId | undefined): void {
    if (room === this.room) return;
    this.subscription?.dispose();
    this.clear();
    this.room = room;
    this.subscription =
      room === undefined
        ? undefined
        : this.options.realtime?.subscribe(streams.activity(room), (name, activities) =>
            this.take(room, optionalText(name), texts(activities)),
          );
  }

  /** By the name that the server calls people by. Without a connection nobody learns of it. */
  tell(room: RoomId, { name, isTyping }: { readonly name: string; readonly isTyping: boolean }): void {
    const { realtime } = this.options;
    if (realtime?.state.state !== 'live') return;
    const params = [`${room}/user-activity`, name, isTyping ? ['user-typing'] : [], {}];
    void quietly(realtime.call('stream-notify-room', params));
  }

  dispose(): void {
    this.changed.dispose();
    this.link?.dispose();
    this.setRoom(undefined);
  }

  private take(room: RoomId, name: string | undefined, activities: readonly string[]): void {
    if (room !== this.room || name === undefined || this.isMine(name)) return;
    if (activities.includes('user-typing')) this.note(room, name);
    else this.forget(room, name);
  }

  /** The server tells of people by their username or their name, as it is set up. */
  private isMine(name: string): boolean {
    const { me } = this.options;
    return name === me.username || name === me.name;
  }

  private note(room: RoomId, name: string): void {
    const timer = this.timers.get(name);
    timer?.dispose();
    this.timers.set(
      name,
      this.options.clock.after(lastsMs, () => this.forget(room, name)),
    );
    if (!timer) this.changed.fire(room);
  }

  private forget(room: RoomId, name: string): void {
    this.timers.get(name)?.dispose();
    if (this.timers.delete(name)) this.changed.fire(room);
  }

  private clear(): void {
    if (this.timers.size === 0) return;
    for (const timer of this.timers.values()) timer.dispose();
    this.timers.clear();
    if (this.room !== undefined) this.changed.fire(this.room);
  }
}

/** It is out of date before it could be said once more. */
async function quietly(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!failureOf(error)) throw error;
  }
}
