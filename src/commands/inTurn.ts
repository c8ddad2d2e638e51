import { failureOf } from '../api/errors';

/**
 * One after another. One that is refused does not keep the others: its failure is thrown at the end. Any other failure
 * ends it.
 */
export async function inTurn<Thing>(
  things: readonly Thing[],
  run: (thing: Thing) => Promise<void>,
  isOfOne: (error: unknown) => boolean = isRefusal,
): Promise<void> {
  const refusals: unknown[] = [];
  for (const thing of things) {
    try {
      await run(thing);
    } catch (error) {
      if (things.length === 1 || !isOfOne(error)) throw error;
      refusals.push(error);
    }
  }
  if (refusals.length > 0) throw refusals[0];
}

function isRefusal(error: unknown): boolean {
  return ['forbidden', 'notFound', 'refused', 'invalid'].includes(failureOf(error)?.kind ?? '');
}
