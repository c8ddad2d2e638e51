import type { Page } from 'playwright-core';

/** As if the person had turned to another window, or come back. A page that is driven believes to be in use always. */
export async function setFocused(page: Page, isFocused: boolean): Promise<void> {
  await page.evaluate((isNow) => {
    document.hasFocus = () => isNow;
    window.dispatchEvent(new Event(isNow ? 'focus' : 'blur'));
  }, isFocused);
}
