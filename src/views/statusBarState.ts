import type { Clock } from '../base/clock';
import { Emitter, type Disposable, type Event } from '../base/event';
import type { SignedOut } from '../model/account';
import type { LiveState, PollReason } from '../model/live';

/** What the one item of the status bar is made of. */
export interface StatusFacts {
  /** Whether anybody is known here. */
  readonly hasAccount: boolean;
  readonly signedOut: SignedOut | undefined;
  readonly live: LiveState;
  readonly unsent: number;
  /** What wants me in the account in use. */
  readonly waiting: number;
  readonly isSnoozed: boolean;
}

/** The one thing that the item says; all the rest is in its tooltip. */
export type StatusShown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'signedOut'; readonly why: 'expired' | 'locked' }
  | { readonly kind: 'unsent'; readonly count: number }
  | { readonly kind: 'polling'; readonly reason: PollReason; readonly waiting: number }
  | { readonly kind: 'offline'; readonly waiting: number }
  | { readonly kind: 'calm'; readonly waiting: number; readonly isSnoozed: boolean };

/** The most pressing first: what is lost unless somebody acts, then what does not work, then what is new. */
export function statusShown(facts: StatusFacts): StatusShown {
  const { hasAccount, signedOut, unsent } = facts;
  if (unsent > 0) return { kind: 'unsent', count: unsent };
  if (!hasAccount || signedOut === 'signedOut') return { kind: 'nothing' };
  return signedOut === undefined ? signedInShown(facts) : { kind: 'signedOut', why: signedOut };
}

function signedInShown({ live, waiting, isSnoozed }: StatusFacts): StatusShown {
  switch (live.mode) {
    case 'polling':
      return { kind: 'polling', reason: live.reason, waiting };
    case 'offline':
      return { kind: 'offline', waiting };
    case 'connecting':
      return { kind: 'connecting' };
    case 'off':
    case 'live':
      return { kind: 'calm', waiting, isSnoozed };
  }
}

/** Shorter than this, nobody wants to hear of a connection that is being made. */
const patienceMs = 3_000;

interface Changing {
  readonly state: LiveState;
  readonly onDidChange: Event<LiveState>;
}

/** A live state that does not flicker: connecting counts only when it takes long. */
export class SteadyState implements Disposable {
  private readonly changed = new Emitter<void>();
  private readonly listening: Disposable;
  private timer: Disposable | undefined;
  private steady: LiveState = { mode: 'off' };
  private lastLiveAt: number | undefined;

  readonly onDidChange = this.changed.event;

  constructor(
    private readonly live: Changing,
    private readonly clock: Clock,
  ) {
    this.listening = live.onDidChange(() => this.heed());
    this.heed();
  }

  get state(): LiveState {
    return this.steady;
  }

  /** When all was known to be up to date for the last time, in ms since the epoch. */
  get upToDateAt(): number | undefined {
    return this.lastLiveAt;
  }

  /** A refresh has brought everything, whatever the connection is like. */
  refreshed(): void {
    this.lastLiveAt = this.clock.now();
  }

  dispose(): void {
    this.timer?.dispose();
    this.listening.dispose();
    this.changed.dispose();
  }

  private heed(): void {
    const { state } = this.live;
    // Up to the moment when it ends.
    if (this.steady.mode === 'live' && this.timer === undefined) this.refreshed();
    if (state.mode !== 'connecting') this.settle();
    else this.timer ??= this.clock.after(patienceMs, () => this.settle());
  }

  private settle(): void {
    this.timer?.dispose();
    this.timer = undefined;
    this.steady = this.live.state;
    if (this.steady.mode === 'live') this.refreshed();
    this.changed.fire();
  }
}
