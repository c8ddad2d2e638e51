import { type Random, seededRandom } from '../world/ids';

/** How often events go wrong on their way, each from 0 to 1. */
export interface Chances {
  readonly drop?: number;
  readonly repeat?: number;
  /** The event comes after later ones. */
  readonly reorder?: number;
  /** The same number makes the same mischief. */
  readonly seed?: number;
}

type Fate = 'drop' | 'repeat' | 'reorder' | 'pass';

const mischiefs = ['drop', 'repeat', 'reorder'] as const;

/** What becomes of each event, by chance. */
export class Mischief {
  private readonly random: Random;

  constructor(private readonly chances: Chances) {
    this.random = seededRandom(chances.seed ?? 1);
  }

  fate(): Fate {
    let left = this.random();
    for (const kind of mischiefs) {
      left -= this.chances[kind] ?? 0;
      if (left < 0) return kind;
    }
    return 'pass';
  }

  /** Whether what was held back may come now. */
  letsGo(): boolean {
    return this.random() < 0.5;
  }
}
