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
  const row = await middleOf(rooms.row(room));
  await page.mouse.move(row.x, row.y, { steps: 4 });
  await page.mouse.up();
}

interface Destination {
  readonly rooms: RoomRows;
  readonly room: string;
}

async function middleOf(thing: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await thing.boundingBox();
  if (box === null) throw new Error('What is dragged to is not seen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
