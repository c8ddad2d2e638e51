import type { Locator, Page } from 'playwright-core';
import { chooseMenuItem } from '../host/layout';

/** VS Code's own menu over a message of a conversation. */
export class MessageMenu {
  private readonly items: Locator;

  constructor(private readonly page: Page) {
    this.items = page.locator('.monaco-menu').getByRole('menuitem');
  }

  /** What it offers, in its order. */
  async entries(): Promise<string[]> {
    await this.items.first().waitFor();
    await this.items.first().evaluate(fadedIn);
    const labels = this.page.locator('.monaco-menu .action-label:not(.separator)');
    return (await labels.allInnerTexts()).map((label) => label.trim()).filter((label) => label !== '');
  }

  /** Puts it away again. */
  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.items.first().waitFor({ state: 'hidden' });
  }

  /** Opens it with the mouse and chooses from it. */
  async choose(message: Locator, action: string): Promise<void> {
    await message.click({ button: 'right', position: { x: 60, y: 8 } });
    await chooseMenuItem(this.page, action);
  }
}

/** A menu is transparent at first; of what else moves, some never ends. */
async function fadedIn(element: Element): Promise<void> {
  const root = element.getRootNode();
  const inside = root instanceof ShadowRoot ? root.getAnimations() : [];
  await Promise.all(inside.map(({ finished }) => finished));
}
