/** Looks for a length of time that holds something, and not too much to be asked for at once. */
export class SpanLength {
  /** So much is known to hold nothing. */
  private least = 0;
  /** So much is known to hold too much. */
  private most = Infinity;

  /** @param value the first guess, in ms */
  constructor(public value: number) {}

  /** Nothing is known of how long is too long. */
  get isFree(): boolean {
    return this.most === Infinity;
  }

  /** There is nothing shorter to be tried. */
  get isShortest(): boolean {
    return this.value - this.least <= 1;
  }

  /** It held nothing: the first thing is so far away. */
  holdsFrom(distance: number): void {
    const guess = this.value;
    this.least = Math.max(this.value, distance - 1);
    this.value = Math.min(this.least + guess, this.between());
  }

  /** Of what it held, only what lies beyond `reached` has come. */
  heldTooMuch(reached: number): void {
    this.most = Math.max(this.least + 1, Math.min(this.value, reached));
    this.value = this.between();
  }

  private between(): number {
    return Math.max(this.least + 1, Math.floor((this.least + this.most) / 2));
  }
}
