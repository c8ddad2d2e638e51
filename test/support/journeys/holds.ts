import type { Locator } from 'playwright-core';

/** Waits until just this stands in a box. */
export async function holds(box: Locator, text: string): Promise<void> {
  await box.evaluate(
    (area, wanted) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (area instanceof HTMLTextAreaElement && area.value === wanted) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
    text,
  );
}
