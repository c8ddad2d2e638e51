import type { FrameLocator, Locator, Page } from 'playwright-core';

const patience = 30_000;

/** Where a page stands: the view beside the editor, or a tab. */
export type Home = 'sideBar' | 'editor';

/** A conversation as a person sees it. A webview's document is two frames down. */
export class Conversation {
  private readonly frame: FrameLocator;

  constructor(
    readonly page: Page,
    home: Home = 'sideBar',
  ) {
    const kind = home === 'sideBar' ? '[src*="purpose=webviewView"]' : ':not([src*="purpose=webviewView"])';
    this.frame = page
      .frameLocator(`iframe.webview.ready[src*="rocketchat-for-vscode"]${kind}`)
      .frameLocator('#active-frame');
  }

  /** Anything in the page. */
  get all(): Locator {
    return this.frame.locator('body');
  }

  /** What it is called: the room, or what a thread is about. */
  title(name: string | RegExp): Locator {
    return this.frame.getByRole('heading', { level: 1, name });
  }

  /** The first message that says so. */
  message(words: string | RegExp): Locator {
    return this.frame.locator('[data-message]').filter({ hasText: words }).first();
  }

  get box(): Locator {
    return this.frame.getByRole('textbox').last();
  }

  /** Where messages would be, or above the box. */
  says(words: string | RegExp): Locator {
    return this.frame.getByRole('status').filter({ hasText: words }).first();
  }

  button(name: string | RegExp): Locator {
    return this.frame.getByRole('button', { name });
  }

  /** Waits until the room or thread of that name shows messages. */
  async appear(name: string | RegExp): Promise<void> {
    await this.title(name).waitFor({ timeout: patience });
    await this.frame.locator('[data-message]').first().waitFor({ timeout: patience });
  }

  /** Types into the box and sends it, as a person who has left the keys as they were. */
  async send(text: string): Promise<void> {
    await this.box.fill(text);
    await this.box.press('Enter');
  }
}
