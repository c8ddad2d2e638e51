import type { Locator, Page } from 'playwright-core';
import { roomId } from '../../server/data/demo/ids';
import type { StandIn } from '../../server/server';
import type { Message } from '../../server/world/documents';
import { chooseMenuItem, notification } from '../host/layout';
import { QuickInput } from '../host/quickInput';

/** By the context menu of what stands there. `look`: once the menu is open. */
export async function shareByMenu(place: Locator, action: RegExp, look?: () => Promise<void>): Promise<void> {
  const page = place.page();
  await place.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Share to Rocket.Chat' }).hover();
  await page.getByRole('menuitem', { name: action }).waitFor();
  await look?.();
  await chooseMenuItem(page, action);
}

/** From the question where to share up to the word that it is there. */
export async function shareWith(page: Page, room: string, form?: string): Promise<void> {
  const input = new QuickInput(page);
  await input.asks('Type to find a room');
  // What the mouse rests on shows its tooltip over what is to be pressed.
  await page.mouse.move(0, 0);
  if (form !== undefined) await input.press(form);
  await input.choose(room);
  await notification(page, `Shared with ${room}.`).waitFor();
}

export function lastMessage(server: StandIn, room: string): Message {
  const last = server.world.messages.inRoom(roomId(room)).at(-1);
  if (!last) throw new Error(`Nothing was said in ${room}.`);
  return last;
}

interface AttachmentText {
  readonly color?: string;
  readonly title?: string;
  readonly link?: string;
  readonly text?: string;
}

/** What its only attachment says. */
export function attachmentOf({ attachments = [] }: Message): AttachmentText {
  const [attachment, ...others] = attachments;
  if (!attachment || others.length > 0) throw new Error('There is one attachment.');
  const text = (key: string) => (typeof attachment[key] === 'string' ? attachment[key] : undefined);
  return { color: text('color'), title: text('title'), link: text('title_link'), text: text('text') };
}
