import type { Paging } from '../../src/api/endpoint';

interface Named {
  readonly _id: string;
}

/** What a server does with one page that it is asked for. */
export interface Whim {
  /** What is put in front of the list before, and what is taken off there. */
  readonly added: number;
  readonly removed: number;
  /** How many it gives less than it could, one at least. */
  readonly withheld: number;
  /** It gives nothing at all. */
  readonly isEmpty: boolean;
  /** How many more than it has it says to have. */
  readonly promised: number;
  /** How often its first item is put at its end as well. */
  readonly doubled: number;
}

/** A list on a server that caps its pages as it likes, and has a whim for each of the first. */
export class WhimsicalShelf {
  readonly gone = new Set<string>();
  asked = 0;
  private made = 0;

  constructor(
    readonly ids: string[],
    private readonly cap: number,
    private readonly whims: readonly Whim[],
  ) {}

  readonly list = ({ offset = 0, count = 50 }: Paging) => {
    const whim = this.whims[this.asked] ?? sober;
    this.asked += 1;
    this.change(whim);
    const most = whim.isEmpty ? 0 : Math.max(1, Math.min(count, this.cap) - whim.withheld);
    const things = this.ids.slice(offset, offset + most).map((_id): Named => ({ _id }));
    const total = this.ids.length + whim.promised;
    return Promise.resolve({ things, count: things.length, offset, total });
  };

  private change({ added, removed, doubled }: Whim): void {
    for (const id of this.ids.splice(0, removed)) this.gone.add(id);
    this.ids.unshift(...Array.from({ length: added }, () => `new${(this.made += 1)}`));
    for (const id of this.ids.slice(0, 1)) this.ids.push(...Array.from({ length: doubled }, () => id));
  }
}

/** Nothing out of the way. */
export const sober: Whim = { added: 0, removed: 0, withheld: 0, isEmpty: false, promised: 0, doubled: 0 };
