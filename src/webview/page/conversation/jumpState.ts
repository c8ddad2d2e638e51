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
  /** The message below the line. */
  readonly unreadFrom?: string;
  /** How many messages are unread from the line on. */
  readonly unread: number;
}

/** Decides which ways to what is not on screen are offered. */
export class JumpState {
  private wasLineSeen = false;
  private unreadFrom: string | undefined;
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
    const isAtEnd = sight.untilEnd < 1 && !sight.hasNewer;
    if (isAtEnd) this.arrived = 0;
    return {
      unread: this.isLineAbove(sight) ? sight.unread : 0,
      arrived: this.arrived,
      isAwayFromEnd: sight.hasNewer || this.arrived > 0 || sight.untilEnd > sight.height / 2,
    };
  }

  /** Who has read on from the line does not want to be led back to it. */
  private isLineAbove({ line, height, hasOlder, unreadFrom }: Sight): boolean {
    if (unreadFrom !== this.unreadFrom) this.wasLineSeen = false;
    this.unreadFrom = unreadFrom;
    const isOnScreen = line !== undefined && line >= 0 && line < height;
    this.wasLineSeen ||= isOnScreen;
    if (this.wasLineSeen) return false;
    return line === undefined ? hasOlder : line < 0;
  }
}
