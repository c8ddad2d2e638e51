import type { Page } from 'playwright-core';
import { runCommand } from '../host/quickInput';

/** Moves the editor in hand into a window of its own, and returns that. */
export async function moveToOwnWindow(page: Page): Promise<Page> {
  const context = page.context();
  // Playwright lets nothing through to a window that comes while requests are caught; secrets are read by now.
  await context.unrouteAll();
  const opened = context.waitForEvent('page');
  await runCommand(page, 'View: Move Editor into New Window');
  return opened;
}
