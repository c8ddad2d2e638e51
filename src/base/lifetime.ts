import type { Disposable } from './event';

/** Things that end together, newest first. What joins after the end ends on arrival. */
export class Lifetime implements Disposable {
  private readonly controller = new AbortController();
  private readonly owned: Disposable[] = [];

  /** Aborts at the end: hand it to every request made on behalf of this lifetime. */
  readonly signal = this.controller.signal;

  own<T extends Disposable>(thing: T): T {
    if (this.signal.aborted) thing.dispose();
    else this.owned.push(thing);
    return thing;
  }

  dispose(): void {
    this.controller.abort();
    for (const thing of this.owned.splice(0).reverse()) thing.dispose();
  }
}
