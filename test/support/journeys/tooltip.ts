import type { Locator } from 'playwright-core';

const patience = 30_000;

/** Points at something until its tooltip says this. */
export async function tooltipSays(thing: Locator, words: string): Promise<void> {
  const tooltip = thing.page().locator('.workbench-hover').getByText(words).first();
  await pointAt(thing, tooltip);
}

/** Points at something until this shows. What is drawn anew loses its tooltip, and is pointed at again. */
export async function pointAt(thing: Locator, tooltip: Locator): Promise<void> {
  const page = thing.page();
  const deadline = Date.now() + patience;
  do {
    await page.mouse.move(0, 0);
    await thing.hover();
    if (await appears(tooltip)) return;
  } while (Date.now() < deadline);
  throw new Error(`Never shown: ${tooltip.toString()}`);
}

async function appears(tooltip: Locator): Promise<boolean> {
  return tooltip.waitFor({ timeout: 3_000 }).then(
    () => true,
    () => false,
  );
}
