import type { Jumping } from './jumps';

/** What is seen of the list. */
export interface Sight {
  /** Where the unread line stands, from the top of the screen; absent where it is not in the page. */
  readonly line?: number;
  readonly height: number;
  /** How much there is below the screen, in pixels. */
  readonly untilEnd: number;
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  /** How many messages are unread from the line on. */
  readonly unread: number;
}

/** Decides which ways to what is not on screen are offered. */
export class JumpState {
  private wasLineSeen = false;
  private arrived = 0;

  /** Another place, or another part of it. */
  begin(): void {
    this.wasLineSeen = false;
    this.arrived = 0;
  }

  note(arrived: number): void {
    this.arrived += arrived;
  }

  see(sight: Sight): Jumping {
    const { line, height, untilEnd, hasOlder, hasNewer, unread } = sight;
    const isOnScreen = line !== undefined && line >= 0 && line < height;
    // Who has read on from there does not want to be led back.
    this.wasLineSeen ||= isOnScreen;
    const isAbove = line === undefined ? hasOlder : line < 0;
    if (untilEnd < 1 && !hasNewer) this.arrived = 0;
    return {
      unread: isAbove && !this.wasLineSeen ? unread : 0,
      arrived: this.arrived,
      isAwayFromEnd: hasNewer || untilEnd > height / 2 || this.arrived > 0,
    };
  }
}
