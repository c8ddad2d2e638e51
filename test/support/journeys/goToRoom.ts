import type { Page } from 'playwright-core';
import { QuickInput, runCommand } from '../host/quickInput';

/** Opens a room by typing of its name, whether it is one of the person's own or not. */
export async function goToRoom(page: Page, name: string): Promise<void> {
  const input = new QuickInput(page);
  await runCommand(page, 'Rocket.Chat: Go to Room…');
  await input.asks(/./);
  await input.input.fill(name);
  await input.choose(new RegExp(`^${name}`));
}
