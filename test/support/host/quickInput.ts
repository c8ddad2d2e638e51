import type { Locator, Page } from 'playwright-core';

const patience = 30_000;

/** The box in the middle of the top: the palette, pick lists and input boxes. */
export class QuickInput {
  readonly box: Locator;
  readonly input: Locator;

  constructor(page: Page) {
    this.box = page.locator('.quick-input-widget:visible');
    this.input = this.box.locator('.quick-input-box input');
  }

  /** Waits until the box asks this; the words may be its title, placeholder or prompt, not a row. */
  async asks(words: string | RegExp): Promise<void> {
    const said = this.box.locator('.quick-input-title, .quick-input-description, .quick-input-message');
    const question = said.filter({ hasText: words, visible: true }).or(this.box.getByPlaceholder(words));
    await question.first().waitFor({ timeout: patience });
  }

  /** Types into an input box and confirms. */
  async answer(text: string): Promise<void> {
    await this.input.fill(text);
    await this.input.press('Enter');
  }

  row(name: string | RegExp): Locator {
    return this.box.getByRole('option', { name }).first();
  }

  async choose(name: string | RegExp): Promise<void> {
    await this.row(name).click({ timeout: patience });
  }

  /** Presses a button of the title, such as Back. */
  async press(button: string): Promise<void> {
    await this.box.getByRole('button', { name: button }).click();
  }
}

/** Runs a command by its title, category included, as a person does: F1, typing, choosing. */
export async function runCommand(page: Page, title: string): Promise<void> {
  const palette = new QuickInput(page);
  const row = palette.row(new RegExp(`^${escaped(title)}(,|$)`));
  const deadline = Date.now() + patience;
  do {
    // A palette that is open does not learn of commands that come later, and one that loses the focus closes: then
    // open it anew.
    await page.keyboard.press('F1');
    const isChosen =
      (await succeeds(palette.input.fill(`>${title}`, { timeout: 3_000 }))) &&
      (await succeeds(row.waitFor({ timeout: 1_500 }))) &&
      (await succeeds(row.click({ timeout: 3_000 })));
    if (isChosen) return;
    await page.keyboard.press('Escape');
  } while (Date.now() < deadline);
  throw new Error(`The palette has no command "${title}".`);
}

async function succeeds(step: Promise<unknown>): Promise<boolean> {
  return step.then(
    () => true,
    () => false,
  );
}

/** A text as a regular expression that means just that text. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
