/** What came of a message. */
export type Fate =
  | { readonly state: 'arrived' }
  /** `isInDoubt`: it may have been posted although nobody could say so. */
  | { readonly state: 'missed'; readonly why: string; readonly isInDoubt?: boolean }
  | { readonly state: 'cancelled' };

/** One of several messages that go together. */
export interface Leg {
  /** For people. */
  readonly name: string;
  send(): Promise<Fate>;
}

/** One that did not arrive. */
export interface Missed {
  readonly name: string;
  /** Absent where the person stopped it. */
  readonly why?: string;
}

/**
 * Sends one after the other, again as long as the person wants it. What is missed keeps no other from leaving; one that
 * is cancelled cancels those behind it. All that was missed is told at once. Answers whether any has left, or may have.
 */
export async function sendLegs(
  legs: readonly Leg[],
  wantsAgain: (missed: readonly Missed[]) => Promise<boolean>,
): Promise<boolean> {
  let hasLeft = false;
  let waiting = legs;
  for (;;) {
    const sent = await sendEach(waiting);
    hasLeft ||= sent.some(({ fate }) => mayHaveLeft(fate));
    const left = sent.filter(({ fate }) => fate.state !== 'arrived');
    // Nobody has to be told what he has just stopped.
    if (sent.every(({ fate }) => fate.state === 'cancelled') || left.length === 0) return hasLeft;
    if (!(await wantsAgain(left.map(missedOf)))) return hasLeft;
    waiting = left.map(({ leg }) => leg);
  }
}

interface Sent {
  readonly leg: Leg;
  readonly fate: Fate;
}

async function sendEach(legs: readonly Leg[]): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (const leg of legs) {
    const isStopped = sent.at(-1)?.fate.state === 'cancelled';
    sent.push({ leg, fate: isStopped ? { state: 'cancelled' } : await leg.send() });
  }
  return sent;
}

function mayHaveLeft(fate: Fate): boolean {
  return fate.state === 'arrived' || (fate.state === 'missed' && fate.isInDoubt === true);
}

function missedOf({ leg: { name }, fate }: Sent): Missed {
  return { name, ...(fate.state === 'missed' && { why: fate.why }) };
}
