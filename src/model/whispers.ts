import type { Clock } from '../base/clock';
import type { Disposable } from '../base/event';
import type { Whisper } from './live';
import type { RoomId } from './room';

/** The answer to a call and the whisper about it come by two ways, either of them first. */
const waitMs = 2_000;
const failureMs = 5_000;
const answerMs = 30_000;

export interface WhispersOptions {
  readonly clock: Clock;
  readonly show: (whisper: Whisper) => void;
}

/**
 * Shows what the server says to me alone about what I sent from here: what it says of the rest, other clients show. Why
 * a message of mine was refused is said already.
 */
export class Whispers implements Disposable {
  private readonly timers = new Set<Disposable>();
  private readonly deliveries = new Map<RoomId, number>();
  private readonly failures = new Map<RoomId, number>();

  constructor(private readonly options: WhispersOptions) {}

  take(whisper: Whisper): void {
    const { clock, show } = this.options;
    const timer = clock.after(waitMs, () => {
      this.timers.delete(timer);
      const { room } = whisper;
      const isAnswer = this.isRecent(this.deliveries.get(room), answerMs);
      if (isAnswer && !this.isRecent(this.failures.get(room), failureMs)) show(whisper);
    });
    this.timers.add(timer);
  }

  /** A message of mine from here has arrived there. */
  noteDelivery(room: RoomId): void {
    this.deliveries.set(room, this.options.clock.now());
  }

  /** A message of mine was not taken there, and the person was told. */
  noteFailure(room: RoomId): void {
    this.failures.set(room, this.options.clock.now());
  }

  dispose(): void {
    for (const timer of this.timers) timer.dispose();
    this.timers.clear();
  }

  private isRecent(at: number | undefined, ms: number): boolean {
    return at !== undefined && this.options.clock.now() - at <= ms;
  }
}
