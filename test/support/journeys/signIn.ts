import type { Page } from 'playwright-core';
import type { StandIn } from '../../server/server';
import { openContainer, shownContainer } from '../host/layout';
import { QuickInput, runCommand } from '../host/quickInput';
import type { Workbench, WorkbenchOptions } from '../host/workbench';
import { RoomRows } from './roomRows';

/** Alice of the demo team unless another is named. */
export interface Person {
  readonly user?: string;
  readonly password?: string;
}

/** From the welcome of the Rooms view to the question for a server. */
export async function beginSignIn(page: Page): Promise<QuickInput> {
  const sideBar = await openContainer(page, 'Rocket.Chat');
  await sideBar.getByRole('button', { name: 'Sign In' }).click();
  return serverQuestion(page);
}

/** The same from the palette, for one more account. */
export async function beginAnotherSignIn(page: Page): Promise<QuickInput> {
  await runCommand(page, 'Rocket.Chat: Sign In');
  return serverQuestion(page);
}

/** Server, way, user name and password, up to what the server then wants. */
export async function answerByPassword(
  input: QuickInput,
  server: StandIn,
  { user = 'alice', password = 'demo' }: Person = {},
): Promise<void> {
  await input.answer(server.url);
  await input.asks('How do you sign in');
  await input.choose('User Name and Password');
  await input.asks('User name or e-mail address');
  await input.answer(user);
  await input.asks('Password of');
  await input.answer(password);
}

/** A window in which somebody is signed in and sees the rooms. */
export async function openSignedIn(
  workbench: { open(options?: WorkbenchOptions): Promise<Workbench> },
  server: StandIn,
  { user, password, ...options }: WorkbenchOptions & Person = {},
): Promise<{ readonly window: Workbench; readonly page: Page; readonly rooms: RoomRows }> {
  const window = await workbench.open(options);
  const { page } = window;
  await answerByPassword(await beginSignIn(page), server, { user, password });
  const rooms = new RoomRows(page);
  await rooms.appear();
  return { window, page, rooms };
}

/** As a person does it: VS Code keeps what it has to keep before it goes, and brings its side bar back. */
export async function reloadWindow({ page }: Workbench): Promise<void> {
  const shown = shownContainer(page);
  const isShown = (await shown.count()) > 0;
  const loaded = page.waitForEvent('load', { timeout: 90_000 });
  await Promise.all([loaded, runCommand(page, 'Developer: Reload Window')]);
  await page.locator('.part.statusbar').waitFor({ timeout: 60_000 });
  if (isShown) await shown.waitFor({ timeout: 30_000 });
}

async function serverQuestion(page: Page): Promise<QuickInput> {
  const input = new QuickInput(page);
  await input.asks('Address of your Rocket.Chat server');
  return input;
}
