/** A list in the order of a text that each item has, such as its time. Equals stay in order of arrival. */
export class Ordered<T> {
  private readonly items: T[] = [];

  constructor(private readonly keyOf: (item: T) => string) {}

  all(): readonly T[] {
    return this.items;
  }

  add(item: T): void {
    this.items.splice(this.countUpTo(this.keyOf(item)), 0, item);
  }

  /** Does nothing for what is not in it. The item's text must still be what it was when it came. */
  delete(item: T): void {
    const key = this.keyOf(item);
    for (let index = this.countUpTo(key) - 1; index >= 0; index--) {
      const candidate = this.items[index];
      if (candidate === item) {
        this.items.splice(index, 1);
        return;
      }
      if (candidate === undefined || this.keyOf(candidate) !== key) return;
    }
  }

  /** Last first, those before the text. */
  before(key: string): Iterable<T> {
    return this.backwards(this.countWhile((other) => other < key));
  }

  /** Last first, those before the text and those with just this text. */
  upTo(key: string): Iterable<T> {
    return this.backwards(this.countUpTo(key));
  }

  /** First first, those after the text. */
  *after(key: string): Generator<T, void, undefined> {
    for (let index = this.countUpTo(key); index < this.items.length; index++) {
      const item = this.items[index];
      if (item !== undefined) yield item;
    }
  }

  private *backwards(from: number): Generator<T, void, undefined> {
    for (let index = from - 1; index >= 0; index--) {
      const item = this.items[index];
      if (item !== undefined) yield item;
    }
  }

  private countUpTo(key: string): number {
    return this.countWhile((other) => other <= key);
  }

  /** How many lie at the start for which it holds; by halving. */
  private countWhile(holds: (key: string) => boolean): number {
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const item = this.items[middle];
      if (item !== undefined && holds(this.keyOf(item))) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
