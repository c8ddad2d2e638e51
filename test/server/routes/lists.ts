import type { Page } from '../route';

type Sort = Readonly<Record<string, 1 | -1>>;

export interface Listed<T> {
  readonly items: T[];
  /** What the answer says of the page. */
  readonly place: { readonly count: number; readonly offset: number; readonly total: number };
}

export function listed<T extends object>(all: readonly T[], page: Page, usual: Sort): Listed<T> {
  return pageOf(sorted(all, page.sort ?? usual), page);
}

/** The page of a list that is in its order already. */
export function pageOf<T>(all: readonly T[], { offset, count }: Pick<Page, 'offset' | 'count'>): Listed<T> {
  const items = all.slice(offset, offset + count);
  return { items, place: { count: items.length, offset, total: all.length } };
}

/** As the database sorts: by one key after the other, documents without the key before all others. */
export function sorted<T extends object>(items: readonly T[], sort: Sort): T[] {
  const keys = Object.entries(sort);
  // Read once for each item: comparing is done far more often.
  const rows = items.map((item) => ({ item, values: keys.map(([path]) => valueAt(item, path)) }));
  rows.sort((one, other) => {
    for (const [index, [, direction]] of keys.entries()) {
      const order = compare(one.values[index], other.values[index]);
      if (order !== 0) return order * direction;
    }
    return 0;
  });
  return rows.map(({ item }) => item);
}

function valueAt(item: object, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    // Only own keys: `constructor` and the like are no fields of a document.
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as Record<string, unknown>)[key];
  }, item);
}

function compare(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  const [first, second] = [asText(one), asText(other)];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}
