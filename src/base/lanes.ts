/** Lets so many pieces of work run at a time; the others wait in line, the latest first. */
export class Lanes {
  private readonly line: (() => void)[] = [];
  private running = 0;

  constructor(private readonly most: number) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.most) await new Promise<void>((go) => this.line.push(go));
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.line.pop()?.();
    }
  }
}
