import { ApiError, failureOf } from '../api/errors';
import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { Malformed } from '../model/parse';
import { foreignRoomFromWire, type Room, type RoomId } from '../model/room';
import type { Session } from '../model/session';

/** The room that a page shows, whether the person is in it or only looks at it. Its requests never throw an `ApiError`. */
export class RoomInHand implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly changed = this.lifetime.own(new Emitter<void>());
  /** As it was when the person was not in it. */
  private foreign: Room | undefined;
  private isAsked = false;
  private failure: ApiError | undefined;

  readonly onDidChange: Event<void> = this.changed.event;

  constructor(
    private readonly session: Session,
    readonly id: RoomId,
  ) {
    const { rooms, sync, rights } = session;
    this.lifetime.own(rooms.onDidChange((ids) => ids.has(id) && this.heed()));
    this.lifetime.own(sync.onDidChange(() => this.look()));
    this.lifetime.own(rights.onDidChange(() => this.changed.fire()));
    this.look();
  }

  /** Undefined while it is being asked for, or where it cannot be had. */
  get room(): Room | undefined {
    return this.session.rooms.get(this.id) ?? this.foreign;
  }

  /** Why it cannot be had. */
  get error(): ApiError | undefined {
    return this.room ? undefined : this.failure;
  }

  retry(): void {
    if (!this.failure) return;
    this.isAsked = false;
    this.failure = undefined;
    this.changed.fire();
    this.look();
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  /** Who has left it, or was sent away, may still look at it, or not. */
  private heed(): void {
    if (!this.session.rooms.get(this.id)) {
      this.foreign = undefined;
      this.isAsked = false;
    }
    this.look();
    this.changed.fire();
  }

  /** Only once my rooms have come it is known that it is none of them. */
  private look(): void {
    const { sync } = this.session;
    if (this.room || this.isAsked) return;
    if (sync.state === 'idle') void sync.refresh('person');
    else if (sync.state !== 'loading') void this.ask();
  }

  private async ask(): Promise<void> {
    const { client, account } = this.session;
    const { signal } = this.lifetime;
    this.isAsked = true;
    try {
      const { room } = await client.rooms.info({ roomId: this.id }, { signal });
      this.foreign = foreignRoomFromWire(room, account);
    } catch (error) {
      if (signal.aborted || failureOf(error)?.kind === 'cancelled') return;
      this.failure = problemOf(error);
    }
    if (!signal.aborted) this.changed.fire();
  }
}

/** What cannot be read is as good as no answer. */
function problemOf(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (!(error instanceof Malformed)) throw error;
  return new ApiError(error.message, { kind: 'protocol' }, { route: 'GET rooms.info' }, { cause: error });
}
