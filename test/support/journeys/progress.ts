import type { Locator } from 'playwright-core';

/** Waits until a bar has been seen on its way so many times, each time farther: neither at 0 nor at 100 %. */
export async function seenAdvancing(progress: Locator, times: number): Promise<void> {
  await progress.waitFor();
  await progress.evaluate(
    (bar, wanted) =>
      new Promise<void>((resolve) => {
        const seen = new Set<number>();
        const look = () => {
          // The locator finds nothing else.
          const { position } = bar as HTMLProgressElement;
          if (position > 0 && position < 1) seen.add(position);
          if (seen.size >= wanted) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
    times,
  );
}
