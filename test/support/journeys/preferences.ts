import type { Locator, Page } from 'playwright-core';
import { runCommand } from '../host/quickInput';

/** Writes the person's own settings anew, for those that a machine's cannot hold; their editor stays open. */
export async function writeSettings(page: Page, settings: Readonly<Record<string, unknown>>): Promise<void> {
  await runCommand(page, 'Preferences: Open User Settings (JSON)');
  await editor(page).and(page.locator('.focused')).waitFor();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(JSON.stringify(settings));
  await page.keyboard.press('Control+S');
}

export async function closeSettings(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await editor(page).waitFor({ state: 'hidden' });
}

function editor(page: Page): Locator {
  return page.locator('.monaco-editor[data-uri$="settings.json"]');
}
