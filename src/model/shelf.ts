/** What outlives the window; VS Code's mementos are such. */
export interface Shelf {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}
