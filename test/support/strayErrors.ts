/** What nobody catches while `act` runs and right after; mocha would blame the test for it. */
export async function strayErrors(act: () => unknown): Promise<unknown[]> {
  const strays: unknown[] = [];
  const note = (error: unknown) => void strays.push(error);
  const listeners = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException').on('uncaughtException', note);
  try {
    await act();
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    process.off('uncaughtException', note);
    for (const listener of listeners) process.on('uncaughtException', listener);
  }
  return strays;
}
