import type { Locator, Page } from 'playwright-core';
import { chooseMenuItem } from '../host/layout';
import { escaped } from '../host/quickInput';

const patience = 30_000;

/** The rows of the Rooms view, or of the Threads view below it, by what a screen reader says of them. */
export class RoomRows {
  private readonly sideBar: Locator;
  private readonly tree: Locator;

  constructor(
    readonly page: Page,
    view: 'Rooms' | 'Threads' = 'Rooms',
  ) {
    this.sideBar = page.locator('.part.sidebar');
    this.tree = this.sideBar.getByRole('tree', { name: view, exact: true });
  }

  /** The row whose spoken name begins so, or matches: the first one, or that many after it. */
  row(name: string | RegExp, after = 0): Locator {
    const pattern = typeof name === 'string' ? new RegExp(`^${escaped(name)}`) : name;
    return this.tree.getByRole('treeitem', { name: pattern }).nth(after);
  }

  /** Waits until the view shows rooms. */
  async appear(): Promise<void> {
    await this.row(/, \d+ rooms?$/).waitFor({ timeout: patience });
  }

  /** What the view says instead of rows. */
  async says(words: string | RegExp): Promise<void> {
    await this.sideBar.getByText(words).first().waitFor({ timeout: patience });
  }

  /**
   * Opens a row by its twistie: a click on a room shows it. The row that appears under it is waited for. After a refresh
   * rows may move just then, so that a click meets a neighbour and is made again.
   */
  async open(name: string | RegExp, toSee: string | RegExp): Promise<Locator> {
    await this.toggle(name);
    const inside = this.row(toSee);
    const closed = this.row(name).and(this.tree.locator('[aria-expanded=false]'));
    const isMet = await inside.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    if (!isMet && (await closed.count()) > 0) await this.toggle(name);
    await inside.waitFor({ timeout: patience });
    return inside;
  }

  /** Closes a row. After a refresh rows may move just then, so that a click meets a neighbour and is made again. */
  async close(name: string | RegExp, toHide: string | RegExp): Promise<void> {
    await this.toggle(name);
    while ((await this.focused(name).count()) === 0) await this.toggle(name);
    await this.row(toHide).waitFor({ state: 'hidden' });
  }

  async toggle(name: string | RegExp): Promise<void> {
    await this.row(name).locator('.monaco-tl-twistie').click();
  }

  /** The row that the keys act on, if it is called so. */
  focused(name?: string | RegExp): Locator {
    const row = this.sideBar.locator('.monaco-list:focus-within .monaco-list-row.focused');
    return name === undefined ? row : row.and(this.row(name));
  }

  /** Goes down row by row until the one of this name has the focus. */
  async walkTo(name: string | RegExp): Promise<void> {
    await this.sideBar.locator('.monaco-list:focus-within').first().waitFor();
    for (let steps = 0; steps < 100; steps += 1) {
      if ((await this.focused(name).count()) > 0) return;
      await this.page.keyboard.press('ArrowDown');
    }
    throw new Error(`The focus did not come to ${name}.`);
  }

  /** Chooses from the context menu of a row. */
  async choose(name: string | RegExp, action: string): Promise<void> {
    await this.row(name).click({ button: 'right' });
    await chooseMenuItem(this.page, action);
  }

  /** Chooses from the context menu of the row that has the focus, by keys alone. */
  async chooseByKeys(action: string): Promise<void> {
    const item = this.page.locator('.monaco-menu .action-item.focused').filter({ hasText: action });
    await this.page.keyboard.press('Shift+F10');
    await this.page.getByRole('menuitem', { name: action }).waitFor();
    while ((await item.count()) === 0) await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
  }

  /** Presses a button of a row, which shows while the mouse is there. */
  async press(name: string | RegExp, button: string): Promise<void> {
    await this.row(name).hover();
    await this.row(name).getByRole('button', { name: button, exact: true }).click();
  }
}
