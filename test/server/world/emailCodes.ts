import { randomInt } from 'node:crypto';

interface Code {
  readonly digits: string;
  readonly expires: number;
  wrongAttempts: number;
}

/** The codes that a real server would send by e-mail: one at a time for each user. */
export class EmailCodes {
  private readonly codes = new Map<string, Code>();

  constructor(private readonly now: () => number) {}

  /** Replaces the one before. */
  send(userId: string, secondsToLive: number): void {
    const digits = String(randomInt(1_000_000)).padStart(6, '0');
    this.codes.set(userId, { digits, expires: this.now() + secondsToLive * 1000, wrongAttempts: 0 });
  }

  /** When the code in hand expires; undefined where none would be taken any more. */
  expiry(userId: string): Date | undefined {
    const code = this.codes.get(userId);
    return code && code.expires > this.now() ? new Date(code.expires) : undefined;
  }

  wrongAttempts(userId: string): number {
    return this.codes.get(userId)?.wrongAttempts ?? 0;
  }

  /** A right code is used up, a wrong one is counted. What is no digit does not matter. */
  verify(userId: string, text: string): boolean {
    const code = this.codes.get(userId);
    if (!code || code.expires <= this.now()) return false;
    const isRight = text.replaceAll(/\D/g, '') === code.digits;
    if (isRight) this.codes.delete(userId);
    else code.wrongAttempts += 1;
    return isRight;
  }

  /** What the last e-mail said. */
  lastFor(userId: string): string | undefined {
    return this.codes.get(userId)?.digits;
  }

  forget(): void {
    this.codes.clear();
  }
}
