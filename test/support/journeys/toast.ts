import type { Locator, Page } from 'playwright-core';
import { notification } from '../host/layout';

const patience = 30_000;

/** The notifications by which messages are announced; one stands at a time. */
export class Toast {
  constructor(private readonly page: Page) {}

  /** Waits until one says exactly this, as a piece of news and not as a warning. */
  async says(words: string): Promise<void> {
    const told = this.any.filter({ has: this.page.locator('.codicon-info') });
    await told.getByText(words, { exact: true }).waitFor({ timeout: patience });
  }

  async press(button: string): Promise<void> {
    await this.any.getByRole('button', { name: button, exact: true }).click();
    await this.isGone();
  }

  /** Puts it away; what has come meanwhile is told then. */
  async close(): Promise<void> {
    await this.any.hover();
    await this.any.getByRole('button', { name: /^Clear Notification/ }).click();
    await this.isGone();
  }

  button(name: string): Locator {
    return this.any.getByRole('button', { name, exact: true });
  }

  private get any(): Locator {
    return notification(this.page, '');
  }

  private async isGone(): Promise<void> {
    await this.any.waitFor({ state: 'hidden' });
  }
}
