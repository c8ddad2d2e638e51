import type { Clock } from '../base/clock';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Folder } from './files';
import type { RoomId } from './room';
import { entryFrom, entryName } from './sendingFile';
import type { Item, SendingItems } from './sendingItems';
import type { Lease } from './sendingLease';

export interface AdoptionOptions {
  readonly folder: Folder;
  readonly clock: Clock;
  readonly lease: Lease;
  /** Sends what has become this window's. */
  readonly work: (room: RoomId) => Promise<void>;
}

/** Takes care of what belongs to windows that are gone; looks again at what belongs to those that live. */
export class Adoption implements Disposable {
  private readonly lifetime = new Lifetime();
  private next: Disposable | undefined;

  constructor(
    private readonly items: SendingItems,
    private readonly options: AdoptionOptions,
  ) {}

  async look(): Promise<void> {
    const others = this.items.all().filter((item) => this.items.isOthers(item));
    const ends = await Promise.all(others.map((item) => this.adopt(item)));
    for (const room of new Set(others.map(({ place }) => place.room))) void this.options.work(room);
    const alive = ends.filter((end) => end !== undefined);
    if (alive.length === 0 || this.lifetime.signal.aborted) return;
    const { clock } = this.options;
    this.next?.dispose();
    this.next = clock.after(Math.max(1_000, Math.min(...alive) - clock.now()), () => void this.look());
  }

  dispose(): void {
    this.next?.dispose();
    this.lifetime.dispose();
  }

  /** Up to when its window is sure to be alive. */
  private async adopt({ id, owner }: Item): Promise<number | undefined> {
    const { folder, lease } = this.options;
    const until = await lease.until(owner);
    const entry = entryFrom(await folder.read(entryName(id)));
    if (!this.items.get(id)) return undefined;
    if (!entry) this.items.forget(id);
    else if (entry.error) this.items.change(id, { state: 'failed', error: entry.error });
    else if (until === undefined) {
      const item = this.items.change(id, { owner: lease.owner });
      if (item) await this.items.keep(item);
    } else return until;
    return undefined;
  }
}
