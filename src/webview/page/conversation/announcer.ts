/** How long nobody must have typed before something is said. */
const pause = 2000;
/** More at once are only counted. */
const few = 3;

/** Says aloud what arrives in the open room, to those who listen: politely, and never while the person types. */
export class Announcer {
  private waiting: string[] = [];
  private typedAt = -Infinity;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    /** A live region. */
    private readonly region: HTMLElement,
    private readonly count: (messages: number) => string,
  ) {}

  noteTyping(): void {
    this.typedAt = performance.now();
  }

  say(sentences: readonly string[]): void {
    if (document.visibilityState !== 'visible' || sentences.length === 0) return;
    this.waiting.push(...sentences);
    this.timer ??= setTimeout(() => this.flush(), 0);
  }

  /** Of another place, or of one that is left. */
  forget(): void {
    this.waiting = [];
    this.region.textContent = '';
  }

  private flush(): void {
    const left = this.typedAt + pause - performance.now();
    this.timer = left > 0 ? setTimeout(() => this.flush(), left) : undefined;
    if (this.timer !== undefined) return;
    const sentences = this.waiting.splice(0);
    this.region.textContent = sentences.length > few ? this.count(sentences.length) : sentences.join('\n');
  }
}
