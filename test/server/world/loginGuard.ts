import type { User } from './documents';
import type { World } from './world';

const minute = 60_000;

/** Counts failed sign-ins, and blocks for a while where the settings ask for it. */
export class LoginGuard {
  private readonly failures = new Map<string, number[]>();

  constructor(private readonly now: () => number) {}

  /** What blocks this attempt. */
  blocked(world: World, address: string, user: User | undefined): 'ip' | 'user' | undefined {
    if (!world.isOn('Block_Multiple_Failed_Logins_Enabled')) return undefined;
    if (world.isOn('Block_Multiple_Failed_Logins_By_Ip') && this.tooMany(world, address, 'Ip')) return 'ip';
    if (!user || !world.isOn('Block_Multiple_Failed_Logins_By_User')) return undefined;
    return this.tooMany(world, user._id, 'User') ? 'user' : undefined;
  }

  failed(address: string, user: User | undefined): void {
    for (const key of [address, user?._id]) {
      if (key !== undefined) this.failures.set(key, [...(this.failures.get(key) ?? []), this.now()]);
    }
  }

  succeeded(address: string, user: User): void {
    this.failures.delete(address);
    this.failures.delete(user._id);
  }

  forget(): void {
    this.failures.clear();
  }

  private tooMany(world: World, key: string, by: 'Ip' | 'User'): boolean {
    const prefix = 'Block_Multiple_Failed_Logins';
    // The two settings are really spelt differently.
    const limit = `${prefix}_Attempts_Until_Block_${by === 'Ip' ? 'By_Ip' : 'by_User'}`;
    const minutes = world.number(`${prefix}_Time_To_Unblock_By_${by}_In_Minutes`);
    const since = this.now() - minutes * minute;
    const recent = (this.failures.get(key) ?? []).filter((time) => time > since);
    return recent.length >= world.number(limit);
  }
}
