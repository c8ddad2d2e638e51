import type { Page } from 'playwright-core';
import type { StandIn } from '../../server/server';
import { eventually } from '../eventually';

/** Looks for threads in one room after the other, some a minute, whatever happens meanwhile. */
const background = '/api/v1/chat.getThreadsList';

/** Waits until a window of this person is told what happens, and has asked for all that it wants to know. */
export async function isLive(server: StandIn, username = 'alice'): Promise<void> {
  await eventually('a live connection', () => server.sockets.count(username) > 0);
  // Once before the connection, once for what was missed until then.
  const asked = () => server.requests.to('GET', '/api/v1/subscriptions.get').length;
  await eventually('the repair', () => asked() > 1);
}

/** What was asked of the server, but for the slow search for threads. */
export function askedOf(server: StandIn): string[] {
  const paths = server.requests.all().map(({ path }) => path.split('?')[0] ?? '');
  return paths.filter((path) => path !== background);
}

/** The number on the activity bar. */
export async function showsBadge(page: Page, count: number): Promise<void> {
  const name = `Rocket.Chat - ${count} waiting for you in Rocket.Chat`;
  await page.getByRole('tab', { name }).waitFor({ timeout: 30_000 });
}
