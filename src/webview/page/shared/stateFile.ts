/** Of VS Code's api for pages, what keeps state. */
export interface StateKeeper {
  getState(): unknown;
  setState(state: unknown): void;
}

const delay = 200;

/** Writes at most five times a second, and the latest when the page goes away. */
export class StateFile<State> {
  private waiting: State | undefined;

  constructor(
    private readonly keeper: StateKeeper,
    private readonly parse: (value: unknown) => State | undefined,
  ) {
    addEventListener('pagehide', () => this.write());
    document.addEventListener('visibilitychange', () => this.write());
  }

  /** What an earlier life of the page left. */
  read(): State | undefined {
    return this.parse(this.keeper.getState());
  }

  save(state: State): void {
    if (!this.waiting) setTimeout(() => this.write(), delay);
    this.waiting = state;
  }

  private write(): void {
    if (this.waiting) this.keeper.setState(this.waiting);
    this.waiting = undefined;
  }
}
