/** Draws the same signs each time: secrets that open nothing, and that no scanner finds in this repository. */
export class Lot {
  constructor(private state: number) {}

  /** So many signs of an alphabet. */
  draw(alphabet: string, count: number): string {
    return Array.from({ length: count }, () => alphabet[this.below(alphabet.length)] ?? '').join('');
  }

  hex = (count: number) => this.draw('0123456789abcdef', count);
  digits = (count: number) => this.draw('0123456789', count);
  upper = (count: number) => this.draw(`${capitals}23456789`, count);
  /** Letters and figures. */
  plain = (count: number) => this.draw(`${capitals}${small}0123456789`, count);
  /** As addresses take them. */
  url = (count: number) => this.draw(`${capitals}${small}0123456789-_`, count - 1) + this.plain(1);
  base64 = (count: number) => this.draw(`${capitals}${small}0123456789+/`, count);
  letters = (count: number) => this.draw(`${capitals}${small}`, count);

  /** As a generator of passwords draws them, with some of each kind; `without`: signs that the place does not take. */
  password(count: number, without = ''): string {
    const kinds = [
      small,
      capitals,
      '0123456789',
      signs.replaceAll(/./g, (sign) => (without.includes(sign) ? '' : sign)),
    ];
    const some = kinds.map((kind) => this.draw(kind, 1)).join('');
    return this.letters(1) + this.shuffled(some + this.draw(kinds.join(''), count - 1 - kinds.length));
  }

  private shuffled(text: string): string {
    const rest = text.split('');
    return text.replaceAll(/[^]/g, () => rest.splice(this.below(rest.length), 1).join(''));
  }

  uuid(): string {
    return [8, 4, 4, 4, 12].map((count) => this.hex(count)).join('-');
  }

  below(end: number): number {
    // Numerical Recipes' generator: short, and good enough for signs.
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * end);
  }
}

const small = 'abcdefghijklmnopqrstuvwxyz';
const capitals = small.toUpperCase();
const signs = '!@#$%^&*()-_=+[]{};:,.<>?';
