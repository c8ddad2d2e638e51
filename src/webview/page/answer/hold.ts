/** A message that waits for files which were brought to the box a moment ago. */
export class Hold {
  private readonly files = new Set<number>();
  private count = 0;
  private act: (() => void) | undefined;

  /** Whether a file is still on its way to the host. */
  get isOn(): boolean {
    return this.files.size > 0;
  }

  /** Whether something is to be done once they are there. */
  get isAwaited(): boolean {
    return this.act !== undefined;
  }

  /** Returns the number of a file that is on its way from now on. */
  begin(): number {
    this.count += 1;
    this.files.add(this.count);
    return this.count;
  }

  /** Whether the box still waits for it. */
  has(file: number): boolean {
    return this.files.has(file);
  }

  /** The host has it, or never will. */
  end(file: number, isTaken: boolean): void {
    if (!this.files.delete(file)) return;
    if (!isTaken) this.act = undefined;
    if (this.isOn) return;
    const { act } = this;
    this.act = undefined;
    act?.();
  }

  /** Does this once the host has all of them; never, where one is not taken. */
  wait(act: () => void): void {
    this.act = act;
  }

  /** The box is another place's now. */
  drop(): void {
    this.files.clear();
    this.act = undefined;
  }
}
