import type { Locator, Page } from 'playwright-core';
import { chooseMenuItem } from '../host/layout';
import { QuickInput } from '../host/quickInput';

/** What a person does to code, by keyboard where there is a key for it. */
export class Editor {
  private readonly input: QuickInput;

  constructor(private readonly page: Page) {
    this.input = new QuickInput(page);
  }

  /** Opens a file of the folder by its name. */
  async open(name: string): Promise<void> {
    await this.page.keyboard.press('Control+P');
    await this.input.input.fill(name);
    await this.input.row(name).waitFor();
    await this.input.input.press('Enter');
    await this.page.getByRole('tab', { name }).waitFor();
    await this.page.locator('.view-line').first().waitFor();
  }

  /** Waits until git has told VS Code about the folder. */
  async knowsBranch(name: string): Promise<void> {
    const statusBar = this.page.locator('.part.statusbar');
    await statusBar
      .getByRole('button', { name: new RegExp(`\\b${name}\\b`) })
      .first()
      .waitFor();
  }

  /** Selects these lines, the last one without its end. */
  async select(first: number, last: number): Promise<void> {
    await this.goTo(first);
    for (let line = first; line < last; line += 1) await this.page.keyboard.press('Shift+ArrowDown');
    await this.page.keyboard.press('Shift+End');
  }

  async goTo(line: number): Promise<void> {
    await this.page.keyboard.press('Control+G');
    await this.input.input.fill(`:${line}`);
    await this.input.input.press('Enter');
    await this.input.box.waitFor({ state: 'hidden' });
  }

  /** Selects the whole lines with these words, in this order. */
  async selectLinesWith(words: string, ...more: readonly string[]): Promise<void> {
    await this.line(words).click();
    for (const other of more) await this.line(other).click({ modifiers: ['Alt'] });
    await this.page.keyboard.press('Control+L');
  }

  /** From a submenu of the editor's context menu. */
  async chooseFromMenu(submenu: string, action: string): Promise<void> {
    await this.page.keyboard.press('Shift+F10');
    await this.page.getByRole('menuitem', { name: submenu }).hover();
    await chooseMenuItem(this.page, action);
  }

  line(words: string): Locator {
    return this.page.locator('.view-line').filter({ hasText: words });
  }
}
