/** Lets so many pieces of work run at a time; the others wait in line, the latest first. */
export class Lanes {
  private readonly line: (() => void)[] = [];
  private running = 0;

  constructor(private readonly most: number) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.most) this.running += 1;
    else await new Promise<void>((go) => this.line.push(go));
    try {
      return await work();
    } finally {
      // Whoever waits takes over the place: nobody comes between.
      const next = this.line.pop();
      if (next) next();
      else this.running -= 1;
    }
  }
}
