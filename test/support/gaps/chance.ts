/** Everything by chance in one trial, from its seed alone. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    // Seeds next to each other would begin alike.
    this.state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  }

  /** 0 up to 1. */
  next(): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return this.state / 2 ** 32;
  }

  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  pick<T>(some: readonly T[]): T | undefined {
    return some[this.below(some.length)];
  }
}
