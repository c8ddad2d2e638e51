/** Does something, waits until it is seen, and prints how long that took: machines differ, so nothing is asserted. */
export async function timed(what: string, act: () => void, seen: () => Promise<unknown>): Promise<void> {
  const begun = performance.now();
  act();
  await seen();
  process.stderr.write(`    ${what}: ${Math.round(performance.now() - begun)} ms\n`);
}
