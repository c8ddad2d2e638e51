import type { Shelf } from '../model/shelf';
import { texts } from '../model/parse';

const shelfKey = 'imageHosts';

/** The hosts from which the person wants every picture. */
export class ImageHosts {
  constructor(private readonly shelf: Shelf) {}

  /** Read anew each time: other windows add some, too. */
  all(): readonly string[] {
    return texts(this.shelf.get(shelfKey));
  }

  has(host: string): boolean {
    return this.all().includes(host);
  }

  async add(host: string): Promise<void> {
    if (!this.has(host)) await this.shelf.update(shelfKey, [...this.all(), host]);
  }

  async forget(hosts: readonly string[]): Promise<void> {
    await this.shelf.update(
      shelfKey,
      this.all().filter((host) => !hosts.includes(host)),
    );
  }
}
