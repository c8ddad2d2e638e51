import type { Locator } from 'playwright-core';

const patience = 30_000;

/** Points at something until its tooltip says this. What is drawn anew loses its tooltip, and is pointed at again. */
export async function tooltipSays(thing: Locator, words: string): Promise<void> {
  const page = thing.page();
  const tooltip = page.locator('.workbench-hover').getByText(words).first();
  const deadline = Date.now() + patience;
  do {
    await page.mouse.move(0, 0);
    await thing.hover();
    if (await appears(tooltip)) return;
  } while (Date.now() < deadline);
  throw new Error(`No tooltip says "${words}".`);
}

async function appears(tooltip: Locator): Promise<boolean> {
  return tooltip.waitFor({ timeout: 3_000 }).then(
    () => true,
    () => false,
  );
}
