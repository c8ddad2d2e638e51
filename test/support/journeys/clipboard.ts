import type { Page } from 'playwright-core';

/** What the person has copied. */
export class Clipboard {
  private constructor(private readonly page: Page) {}

  /** A browser asks before it lets pages near it. */
  static async of(page: Page): Promise<Clipboard> {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    return new Clipboard(page);
  }

  read(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  async write(text: string): Promise<void> {
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  }
}
