import type { Clock } from '../base/clock';
import type { Disposable } from '../base/event';
import type { Folder } from './files';
import { isRecord, optionalCount } from './parse';
import { sealed, unsealed } from './seal';

const beatMs = 5_000;
/** Some beats may be late. */
const leaseMs = 15_000;
const version = 1;

/** How windows that share a folder know which of them are alive. Saves double work; nothing is safe by it. */
export class Lease implements Disposable {
  private beating: Disposable | undefined;
  private hasEnded = false;

  constructor(
    private readonly folder: Folder,
    private readonly clock: Clock,
    readonly owner: string,
  ) {}

  /** Says that this window lives, for as long as it has something to take care of. */
  async hold(isNeeded: boolean): Promise<void> {
    if (this.hasEnded || isNeeded === (this.beating !== undefined)) return;
    if (isNeeded) return this.beat();
    this.stop();
    await this.folder.remove(nameOf(this.owner));
  }

  /** Up to when another window is sure to be alive; undefined for one that is gone. */
  async until(owner: string): Promise<number | undefined> {
    const text = await this.folder.read(nameOf(owner));
    const file = text === undefined ? undefined : unsealed(text);
    const until = isRecord(file?.content) ? optionalCount(file.content['until']) : undefined;
    const now = this.clock.now();
    // A clock that was set back would make it live for hours.
    return until !== undefined && until > now && until <= now + leaseMs ? until : undefined;
  }

  /** Lets go of what windows have left behind that are gone. */
  async tidy(names: readonly string[]): Promise<void> {
    for (const name of names) {
      const owner = ownerIn(name);
      if (owner !== undefined && (await this.until(owner)) === undefined) await this.folder.remove(name);
    }
  }

  /** Whoever still has something to send then leaves it to the next window. */
  dispose(): void {
    void this.hold(false);
    this.hasEnded = true;
  }

  private async beat(): Promise<void> {
    const now = this.clock.now();
    this.beating = this.clock.after(beatMs, () => void this.beat());
    await this.folder.write(
      nameOf(this.owner),
      sealed({ version, savedAt: now, content: { until: now + leaseMs } }),
    );
  }

  private stop(): void {
    this.beating?.dispose();
    this.beating = undefined;
  }
}

function nameOf(owner: string): string {
  return `window-${owner}.json`;
}

function ownerIn(name: string): string | undefined {
  return /^window-(.+)\.json$/.exec(name)?.[1];
}
