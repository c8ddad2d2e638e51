import type { Paging } from '../../src/api/endpoint';

interface Named {
  readonly _id: string;
}

/** A list on a server: cuts pages as the real one does, and may change between two of them. */
export class Shelf {
  readonly asked: Paging[] = [];

  constructor(
    readonly ids: string[],
    private readonly mostCount = 100,
    private readonly afterPage: (ids: string[], page: number) => void = () => undefined,
  ) {}

  readonly list = (
    args: Paging,
  ): Promise<{ things: Named[]; count: number; offset: number; total: number }> => {
    const { offset = 0, count = 50 } = args;
    this.asked.push(args);
    const things = this.ids.slice(offset, offset + Math.min(count, this.mostCount)).map((_id) => ({ _id }));
    const total = this.ids.length;
    this.afterPage(this.ids, this.asked.length);
    return Promise.resolve({ things, count: things.length, offset, total });
  };
}

export const ids = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `id${from + index}`);

/** A change of the list after its first page. */
export function atFirst(change: (list: string[]) => void): (list: string[], page: number) => void {
  return (list, page) => {
    if (page === 1) change(list);
  };
}

export async function all<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of source) found.push(item);
  return found;
}
