import type { Locator, Page } from 'playwright-core';
import type { Host } from './host';
import { type Theme, themes } from './settings';

/** The class by which a window shows what it wears. */
const marks: Readonly<Record<Theme, string>> = {
  dark: 'vs-dark',
  light: 'vs',
  hcBlack: 'hc-black',
  hcLight: 'hc-light',
};

/** Changes the theme while a window is open. */
export async function dress(host: Host, page: Page, theme: Theme): Promise<void> {
  await host.configure({ 'workbench.colorTheme': themes[theme] });
  await page.locator(`.monaco-workbench.${marks[theme]}`).waitFor();
}

const expanded = '[aria-expanded="true"]';

/** The view container that the side bar shows, by its tab in the activity bar. */
export function shownContainer(page: Page): Locator {
  return page.locator(`.part.activitybar [role="tab"]${expanded}`);
}

/** The side bar with one view container in it. */
export async function openContainer(page: Page, title: string): Promise<Locator> {
  const tab = page.getByRole('tab', { name: title });
  const open = tab.and(page.locator(expanded));
  // A click on what has opened by itself meanwhile closes it.
  while ((await open.count()) === 0) {
    await tab.click();
    await open.waitFor({ timeout: 3_000 }).catch(() => undefined);
  }
  // Away from the tab, whose tooltip would cover part of the side bar.
  await page.mouse.move(0, 0);
  return page.locator('.part.sidebar');
}

/** Drags the edge of the side bar, as a person does. */
export async function setSideBarWidth(page: Page, width: number): Promise<void> {
  const edge = await page.locator('.part.sidebar').boundingBox();
  if (edge === null) throw new Error('The side bar is hidden.');
  const middle = edge.y + edge.height / 2;
  await page.mouse.move(edge.x + edge.width, middle);
  await page.mouse.down();
  await page.mouse.move(edge.x + width, middle, { steps: 4 });
  await page.mouse.up();
  // The edge lights up under the mouse.
  await page.mouse.move(0, 0);
}

/** The same for the bar on the other side, which must be open. Its edge is taken by what VS Code puts over it. */
export async function setSecondarySideBarWidth(page: Page, width: number): Promise<void> {
  const bar = await page.locator('.part.auxiliarybar').boundingBox();
  if (bar === null) throw new Error('The secondary side bar is hidden.');
  const sashes = page.locator('.monaco-sash.vertical:not(.disabled)');
  const edges = await Promise.all((await sashes.all()).map((sash) => sash.boundingBox()));
  const near = edges.filter((edge) => edge !== null).sort((one, other) => away(one, bar) - away(other, bar));
  const [edge] = near;
  if (edge === undefined) throw new Error('The secondary side bar has no edge.');
  const middle = bar.y + bar.height / 3;
  const from = edge.x + edge.width / 2;
  await page.mouse.move(from, middle);
  await page.mouse.down();
  await page.mouse.move(from + bar.width - width, middle, { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(0, 0);
}

interface Across {
  readonly x: number;
}

function away(one: Across, other: Across): number {
  return Math.abs(one.x - other.x);
}

/** A toast with these words. */
export function notification(page: Page, words: string | RegExp): Locator {
  return page.locator('.notification-toast').filter({ hasText: words });
}

/** Of the menu that is open. By Enter: a menu that has just opened does not take clicks yet. */
export async function chooseMenuItem(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('menuitem', { name }).hover();
  await page.keyboard.press('Enter');
}
