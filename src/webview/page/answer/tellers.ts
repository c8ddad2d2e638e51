import type { Draft, Place } from '../../protocol/conversation';

/** Runs once after `ms` milliseconds, unless the returned function is called before. */
export type After = (ms: number, run: () => void) => () => void;

export const after: After = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** Tells what stands in the box soon after a key: the host has it on disk within a second. */
export class DraftTeller {
  private waiting: { readonly place: Place; readonly draft: Draft } | undefined;
  private cancel: (() => void) | undefined;

  constructor(
    private readonly tell: (place: Place, draft: Draft) => void,
    private readonly after: After,
  ) {}

  changed(place: Place, draft: Draft): void {
    this.waiting = { place, draft };
    this.cancel ??= this.after(300, () => this.flush());
  }

  /** Something was not told yet. */
  get isBehind(): boolean {
    return this.waiting !== undefined;
  }

  /** Tells at once what was not told yet. */
  flush(): void {
    const { waiting } = this;
    this.drop();
    if (waiting) this.tell(waiting.place, waiting.draft);
  }

  drop(): void {
    this.cancel?.();
    this.cancel = undefined;
    this.waiting = undefined;
  }
}

/** Others see that somebody types for some seconds only: it is said again while keys go on. */
export class TypingTeller {
  private renewal: (() => void) | undefined;
  private rest: (() => void) | undefined;

  constructor(
    private readonly tell: (isTyping: boolean) => void,
    private readonly after: After,
  ) {}

  keyPressed(): void {
    this.rest?.();
    this.rest = this.after(4_000, () => this.stop());
    if (this.renewal) return;
    this.renewal = this.after(5_000, () => (this.renewal = undefined));
    this.tell(true);
  }

  stop(): void {
    if (!this.rest) return;
    this.rest();
    this.renewal?.();
    this.rest = this.renewal = undefined;
    this.tell(false);
  }
}
