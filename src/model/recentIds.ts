/** Remembers so many ids; then the oldest are forgotten first. */
export class RecentIds<Id extends string> {
  private readonly ids = new Set<Id>();

  constructor(private readonly most: number) {}

  has(id: Id): boolean {
    return this.ids.has(id);
  }

  /** Answers whether it is new. */
  add(id: Id): boolean {
    if (this.ids.has(id)) return false;
    this.ids.add(id);
    const [oldest] = this.ids;
    if (this.ids.size > this.most && oldest !== undefined) this.ids.delete(oldest);
    return true;
  }
}
