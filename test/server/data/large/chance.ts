import { createHash } from 'node:crypto';
import { type Random, seededRandom } from '../../world/ids';

/** Everything that chance decides; the same `seed` makes the same decisions in the same order. */
export class Chance {
  private readonly random: Random;

  constructor(seed: string) {
    this.random = seededRandom(createHash('sha256').update(seed).digest().readUInt32LE());
  }

  /** From 0 up to but without 1. */
  part(): number {
    return this.random();
  }

  /** A whole number from 0 up to but without `end`. */
  below(end: number): number {
    return Math.floor(this.random() * end);
  }

  is(probability: number): boolean {
    return this.random() < probability;
  }

  of<T>(list: readonly T[]): T {
    const item = list[this.below(list.length)];
    if (item === undefined) throw new Error('Nothing to choose from');
    return item;
  }

  /** Different ones, in an order of their own. */
  some<T>(list: readonly T[], count: number): T[] {
    const rest = [...list];
    const wanted = Math.min(count, rest.length);
    for (let index = 0; index < wanted; index++) {
      const other = index + this.below(rest.length - index);
      // Both places are inside the list.
      [rest[index], rest[other]] = [rest[other], rest[index]] as [T, T];
    }
    return rest.slice(0, wanted);
  }
}
