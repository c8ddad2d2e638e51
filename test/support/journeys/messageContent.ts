import type { Locator } from 'playwright-core';
import { eventually } from '../eventually';

/** Who said it and when, and what can be done about it. */
const around = '.avatar, .meta, .marks, rc-actions';

/** What was said, as mark-up: of two messages that look the same it is the same. */
export async function contentOf(message: Locator): Promise<string> {
  return message.evaluate((element, others) => {
    const copy = element.cloneNode(true);
    if (!(copy instanceof Element)) throw new Error('A message is an element.');
    for (const other of copy.querySelectorAll(others)) other.remove();
    // Where the keys of a list lead to.
    for (const stop of copy.querySelectorAll('[tabindex]')) stop.removeAttribute('tabindex');
    // What the page's program leaves for itself.
    return copy.innerHTML.replaceAll(/<!--.*?-->/g, '').replaceAll(/\s+/g, ' ');
  }, around);
}

/** Waits until each picture says what it is: those that lie elsewhere say where. */
export async function looksSettled(message: Locator): Promise<void> {
  await message.waitFor();
  await message.scrollIntoViewIfNeeded();
  const empty = message.locator('rc-picture:not(:has(button, img, a))');
  await eventually('the looks of pictures', async () => (await empty.count()) === 0);
}
