import type { OpenedPage } from './openPage';

/** What cannot be wholly seen because it is too wide, and does not end in dots or scroll by itself. */
export async function cutOff({ page }: OpenedPage): Promise<readonly string[]> {
  return page.evaluate(() => {
    const mayBe = (one: Element): boolean => one.matches('pre, textarea, input, .hidden, .hidden *');
    return [...document.querySelectorAll('body, body *')]
      .filter((one) => !mayBe(one) && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
      .filter((one) => {
        const { overflowX, textOverflow, display } = getComputedStyle(one);
        return display !== 'inline' && overflowX !== 'visible' && textOverflow !== 'ellipsis';
      })
      .map((one) => `${one.tagName.toLowerCase()}.${one.className}`);
  });
}
