import type { Client } from '../api/client';
import { failureOf } from '../api/errors';
import type { Clock } from '../base/clock';
import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Account, AccountId } from './account';
import { jittered } from './refreshInterval';
import { WantedBy } from './wantedBy';

/** How much waits for the person in an account that is not in use. */
export interface Waiting {
  readonly account: Account;
  readonly count: number;
}

/** What waits elsewhere, for those who show it. */
export interface WaitingElsewhere {
  /** Accounts where nothing waits, or that are not known yet, are left out. */
  waiting(): readonly Waiting[];
  readonly onDidChange: Event<void>;
}

export interface OtherAccountsOptions {
  /** Signed in as that account; undefined where it has to sign in again. */
  readonly clientOf: (account: Account) => Promise<Client | undefined>;
  /** Whether it is this window that asks. */
  readonly isMine: () => Promise<boolean>;
  readonly clock: Clock;
  /** 0 up to 1, for jitter. */
  readonly random: () => number;
}

interface Other {
  readonly account: Account;
  readonly wanted: WantedBy;
  count: number | undefined;
}

const firstMs = 8_000;
const intervalMs = 300_000;

/** Counts what waits in the accounts that are not in use: one call each in five minutes, from one window. */
export class OtherAccounts implements WaitingElsewhere, Disposable {
  private readonly lifetime = new Lifetime();
  private readonly changed = this.lifetime.own(new Emitter<void>());
  private others = new Map<AccountId, Other>();
  private timer: Disposable | undefined;
  private isAsking = false;
  private askedAt = 0;

  /** A count came, changed or went. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly options: OtherAccountsOptions) {
    this.lifetime.own({ dispose: () => this.timer?.dispose() });
  }

  /** By account, also those where nothing waits; who has not been asked yet is left out. */
  counts(): Counts {
    const counted = [...this.others].flatMap(([id, { count }]) =>
      count === undefined ? [] : [[id, count] as const],
    );
    return new Map(counted);
  }

  waiting(): readonly Waiting[] {
    return [...this.others.values()].flatMap(({ account, count = 0 }) =>
      count > 0 ? [{ account, count }] : [],
    );
  }

  /** From now on these, of which `last` was in use until now. Counts of those that stay are kept. */
  follow(accounts: readonly Account[], last?: Waiting): void {
    const before = this.others;
    const counted = this.counts();
    const others = accounts.map((account): [AccountId, Other] => {
      const other = before.get(account.id) ?? this.unknown(account);
      if (account.id === last?.account.id) other.count = last.count;
      return [account.id, other];
    });
    this.others = new Map(others);
    const isNew = others.some(([id, { count }]) => count === undefined && !before.has(id));
    if (others.length === 0) this.rest();
    else if (isNew || !this.timer) this.schedule(isNew ? firstMs : intervalMs);
    if (!sameCounts(counted, this.counts())) this.changed.fire();
  }

  /** Asks at once if it is time: to be told when this window gets the focus. */
  hurry(): void {
    if (this.timer && this.askedAt > 0 && this.options.clock.now() - this.askedAt >= intervalMs)
      void this.round();
  }

  dispose(): void {
    this.others = new Map();
    this.lifetime.dispose();
  }

  private unknown(account: Account): Other {
    return { account, wanted: new WantedBy(account, this.options.clock), count: undefined };
  }

  private rest(): void {
    this.timer?.dispose();
    this.timer = undefined;
  }

  private schedule(ms: number): void {
    const { clock, random } = this.options;
    this.timer?.dispose();
    this.timer = clock.after(jittered(ms, random()), () => void this.round());
  }

  private async round(): Promise<void> {
    if (this.isAsking) return;
    this.isAsking = true;
    this.schedule(intervalMs);
    try {
      if (!(await this.options.isMine())) return;
      this.askedAt = this.options.clock.now();
      await Promise.all([...this.others.values()].map((other) => this.ask(other)));
    } finally {
      this.isAsking = false;
    }
  }

  private async ask(other: Other): Promise<void> {
    const client = await this.options.clientOf(other.account);
    const count = client ? await this.countOf(other, client) : undefined;
    if (this.others.get(other.account.id) !== other || count === other.count) return;
    other.count = count;
    this.changed.fire();
  }

  /** What it was before, if the server does not answer. */
  private async countOf({ wanted, count }: Other, client: Client): Promise<number | undefined> {
    const { signal } = this.lifetime;
    try {
      const options = { signal, priority: 'background' } as const;
      return wanted.take(await client.subscriptions.get(wanted.since, options));
    } catch (error) {
      const failure = failureOf(error);
      if (!failure) throw error;
      return failure.kind === 'signedOut' ? undefined : count;
    }
  }
}

type Counts = ReadonlyMap<AccountId, number>;

function sameCounts(one: Counts, other: Counts): boolean {
  return one.size === other.size && [...one].every(([id, count]) => other.get(id) === count);
}
