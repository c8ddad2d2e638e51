import type { Clock } from '../base/clock';
import { Emitter, type Disposable } from '../base/event';
import type { Shelf } from './shelf';

const shelfKey = 'snooze';
const minuteMs = 60_000;
const morningHour = 8;
/** Who is up before this hour calls the morning to come tomorrow. */
const nightEndsHour = 5;

/** Until when, in ms since the epoch, or until the person says so. */
export type SnoozeEnd = number | 'byHand';

export const snoozeChoices = ['halfHour', 'hour', 'threeHours', 'morning', 'byHand'] as const;
export type SnoozeChoice = (typeof snoozeChoices)[number];

/** When a snooze that begins now is over. */
export function snoozeEnd(choice: SnoozeChoice, now: number): SnoozeEnd {
  switch (choice) {
    case 'halfHour':
      return now + 30 * minuteMs;
    case 'hour':
      return now + 60 * minuteMs;
    case 'threeHours':
      return now + 180 * minuteMs;
    case 'morning':
      return nextMorning(now);
    case 'byHand':
      return 'byHand';
  }
}

/** While it lasts, no message is announced. Kept for all windows, over restarts. */
export class Snooze implements Disposable {
  private readonly changed = new Emitter<void>();
  private timer: Disposable | undefined;
  private told: SnoozeEnd | undefined;

  readonly onDidChange = this.changed.event;

  constructor(
    private readonly shelf: Shelf,
    private readonly clock: Clock,
  ) {
    this.told = this.end;
    this.awaitEnd();
  }

  /** Read anew each time, as another window may have changed it; undefined while nothing is snoozed. */
  get end(): SnoozeEnd | undefined {
    const kept = this.shelf.get(shelfKey);
    if (kept === 'byHand') return kept;
    return typeof kept === 'number' && kept > this.clock.now() ? kept : undefined;
  }

  get isOn(): boolean {
    return this.end !== undefined;
  }

  begin(choice: SnoozeChoice): Promise<void> {
    return this.keep(snoozeEnd(choice, this.clock.now()));
  }

  stop(): Promise<void> {
    return this.keep(undefined);
  }

  /** Tells of what has changed meanwhile: by another window, or while this machine slept. */
  look(): void {
    const { end, told } = this;
    this.told = end;
    this.awaitEnd();
    if (end !== told) this.changed.fire();
  }

  dispose(): void {
    this.timer?.dispose();
    this.changed.dispose();
  }

  private async keep(end: SnoozeEnd | undefined): Promise<void> {
    await this.shelf.update(shelfKey, end);
    this.look();
  }

  private awaitEnd(): void {
    this.timer?.dispose();
    const { end } = this;
    this.timer =
      typeof end === 'number' ? this.clock.after(end - this.clock.now(), () => this.look()) : undefined;
  }
}

function nextMorning(now: number): number {
  const date = new Date(now);
  const isNight = date.getHours() < nightEndsHour;
  if (!isNight) date.setDate(date.getDate() + 1);
  return date.setHours(morningHour, 0, 0, 0);
}
