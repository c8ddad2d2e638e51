import type { Disposable } from '../../base/event';

/** What cannot be of a Rocket.Chat server. Of a flood the first one is told, and in the end how many they were. */
export class DroppedFrames implements Disposable {
  private count = 0;

  constructor(private readonly log: (line: string) => void) {}

  /** What it says is not told: it may hold anything. */
  add(data: unknown): void {
    this.count += 1;
    if (this.count > 1) return;
    const size = typeof data === 'string' ? `${data.length} characters` : 'no text';
    this.log(`DDP dropped a malformed frame: ${size}`);
  }

  dispose(): void {
    if (this.count > 1) this.log(`DDP dropped ${this.count} malformed frames`);
  }
}
