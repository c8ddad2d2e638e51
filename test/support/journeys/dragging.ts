import type { Locator, Page } from 'playwright-core';
import { openContainer } from '../host/layout';
import type { RoomRows } from './roomRows';

const patience = 30_000;

/** Drags a file of the explorer over the icon of the rooms, which show then, and drops it on one of them. */
export async function dragFileToRoom(page: Page, name: string, { rooms, room }: Destination): Promise<void> {
  const explorer = await openContainer(page, 'Explorer');
  await explorer.getByRole('treeitem', { name }).hover();
  await page.mouse.down();
  const icon = await middleOf(page.locator('.part.activitybar').getByRole('tab', { name: 'Rocket.Chat' }));
  await page.mouse.move(icon.x, icon.y, { steps: 4 });
  // The browser tells of a drag when the mouse moves, if only a little.
  const deadline = Date.now() + patience;
  for (let steps = 0; Date.now() < deadline && !(await rooms.row(room).isVisible()); steps += 1)
    await page.mouse.move(icon.x + (steps % 2), icon.y);
  await overStill(page, rooms.row(room));
  await page.mouse.up();
}

/**
 * Takes hold of something and moves it upon the upper part of something else, until `sign` shows that it would be taken
 * there. With a key held, where one is named: it has been pressed before the mouse gets there.
 */
export async function dragUpon(page: Page, held: Locator, { onto, sign, key }: Aim): Promise<void> {
  await held.hover();
  await page.mouse.down();
  if (key !== undefined) await page.keyboard.down(key);
  const from = await middleOf(held);
  await page.mouse.move(from.x + 6, from.y + 6, { steps: 3 });
  const deadline = Date.now() + patience;
  for (let steps = 0; Date.now() < deadline && !(await sign.isVisible()); steps += 1) {
    // Where it is by now: what is dragged may have made the others move.
    const { x, y } = await upperPartOf(onto);
    await page.mouse.move(x + (steps % 2), y);
  }
  await sign.waitFor();
}

/** The views are still taking their places when they appear. */
async function overStill(page: Page, thing: Locator): Promise<void> {
  let before: Point | undefined;
  for (;;) {
    const { x, y } = await middleOf(thing);
    await page.mouse.move(x, y, { steps: 4 });
    if (before?.x === x && before.y === y) return;
    before = { x, y };
    await page.waitForTimeout(100);
  }
}

interface Aim {
  readonly onto: Locator;
  readonly sign: Locator;
  readonly key?: string;
}

interface Destination {
  readonly rooms: RoomRows;
  readonly room: string;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

async function middleOf(thing: Locator): Promise<Point> {
  const { x, y, width, height } = await boxOf(thing);
  return { x: x + width / 2, y: y + height / 2 };
}

/** Where what is dropped goes in front: from the middle on it goes behind. */
async function upperPartOf(thing: Locator): Promise<Point> {
  const { x, y, width, height } = await boxOf(thing);
  return { x: x + width / 2, y: y + height / 4 };
}

async function boxOf(thing: Locator) {
  const box = await thing.boundingBox();
  if (box === null) throw new Error('What is dragged to is not seen.');
  return box;
}
