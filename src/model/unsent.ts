import { Emitter, type Disposable, type Event } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { MessageId } from './message';
import type { Outgoing } from './sendingItems';
import type { CurrentSession, Session } from './session';

/** A message on its way, and whose it is. */
export interface Parcel {
  readonly session: Session;
  readonly entry: Outgoing;
}

/** What the account in use has said and did not get there: it waits or has failed, wherever it was written. */
export class Unsent implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly changed = this.lifetime.own(new Emitter<void>());
  private listening: Disposable | undefined;
  private known: readonly MessageId[] = [];

  /** Others are waiting. */
  readonly onDidChange: Event<void> = this.changed.event;

  constructor(private readonly sessions: CurrentSession) {
    this.lifetime.own({ dispose: () => this.listening?.dispose() });
    this.lifetime.own(sessions.onDidChange((session) => this.follow(session)));
    this.follow(sessions.get());
  }

  /** The oldest first. */
  waiting(): readonly Parcel[] {
    const session = this.sessions.get();
    if (!session) return [];
    return session.sending
      .all()
      .filter(isUnsent)
      .map((entry) => ({ session, entry }));
  }

  isWaiting({ entry }: Parcel): boolean {
    return this.waiting().some((parcel) => parcel.entry.id === entry.id);
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private follow(session: Session | undefined): void {
    this.listening?.dispose();
    this.listening = session?.sending.onDidChange(() => this.heed());
    this.heed();
  }

  private heed(): void {
    const ids = this.waiting().map(({ entry }) => entry.id);
    if (ids.join() === this.known.join()) return;
    this.known = ids;
    this.changed.fire();
  }
}

/** One that is tried again by itself stays on the list until it arrives. */
function isUnsent({ state, tries = 0 }: Outgoing): boolean {
  return state !== 'sending' || tries > 0;
}
