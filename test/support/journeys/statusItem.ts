import type { Locator, Page } from 'playwright-core';
import { escaped } from '../host/quickInput';
import { tooltipSays } from './tooltip';

const patience = 30_000;

/** The extension's item in the status bar. */
export class StatusItem {
  constructor(private readonly page: Page) {}

  /** By what a screen reader says of it, from the beginning. */
  item(words: string): Locator {
    const name = new RegExp(`^${escaped(words)}`);
    return this.page.locator('.part.statusbar').getByRole('button', { name });
  }

  async says(words: string): Promise<void> {
    await this.item(words).waitFor({ timeout: patience });
  }

  /** In its tooltip. */
  async explains(words: string): Promise<void> {
    await tooltipSays(this.item('Rocket.Chat'), words);
  }
}
