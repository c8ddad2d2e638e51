import type { FrameLocator, Locator, Page } from 'playwright-core';
import { escaped, QuickInput, runCommand } from '../host/quickInput';
import { type AttachmentText, ComposerCard } from './composerCard';
import { ComposerFiles } from './composerFiles';
import { holds } from './holds';

const patience = 30_000;

/** Conversations have pages too: in the side bar, for all that is looked at here. */
const inTab = ':not([src*="purpose=webviewView"])';

/** The form of a message as a person sees it, and hears it. A webview's document is two frames down. */
export class Composer {
  private readonly frame: FrameLocator;

  constructor(readonly page: Page) {
    this.frame = page
      .frameLocator(`iframe.webview.ready[src*="rocketchat-for-vscode"]${inTab}`)
      .frameLocator('#active-frame');
  }

  /** Opens it by the palette. */
  static async open(page: Page): Promise<Composer> {
    await runCommand(page, 'Rocket.Chat: Compose Message…');
    const composer = new Composer(page);
    await composer.appear();
    return composer;
  }

  /** Goes on with the draft that begins so. */
  static async goOn(page: Page, words: string): Promise<Composer> {
    await runCommand(page, 'Rocket.Chat: Compose Message…');
    await new QuickInput(page).choose(words);
    const composer = new Composer(page);
    await composer.appear();
    return composer;
  }

  /** Waits until it can be typed into. */
  async appear(): Promise<void> {
    await this.text.waitFor({ timeout: patience });
  }

  /** Anything in the page. */
  get all(): Locator {
    return this.frame.locator('body');
  }

  get to(): Locator {
    return this.frame.getByRole('combobox', { name: /^(To|Add a)/ });
  }

  /** A room or person that was added. */
  target(name: string): Locator {
    return this.button(new RegExp(`^Remove (?:[#@] )?${escaped(name)}$`));
  }

  get text(): Locator {
    return this.field('Message');
  }

  /** By its label. The first one: cards of attachments come after. */
  field(label: string): Locator {
    return this.frame.getByRole('textbox', { name: label, exact: true }).first();
  }

  button(name: string | RegExp): Locator {
    return this.frame.getByRole('button', { name });
  }

  get send(): Locator {
    return this.button(/^Send(?! Corrected)/);
  }

  /** The one of that place, counted from 1. */
  attachment(place: number): ComposerCard {
    return new ComposerCard(this.frame.getByRole('group', { name: new RegExp(`^Attachment ${place} of `) }));
  }

  get attachments(): Locator {
    return this.frame.getByRole('group', { name: /^Attachment \d+ of / });
  }

  /** What is said under fields. */
  problem(words: string | RegExp): Locator {
    return this.frame.locator('[id^="note-"]').filter({ hasText: words });
  }

  /** The message as it is going to arrive. */
  get preview(): Locator {
    return this.frame.getByRole('complementary', { name: 'Preview' }).getByRole('listitem').first();
  }

  /** How it stands with a target. */
  outcome(words: string | RegExp): Locator {
    return this.frame
      .getByRole('list', { name: 'Delivery' })
      .getByRole('listitem')
      .filter({ hasText: words });
  }

  get files(): ComposerFiles {
    return new ComposerFiles(this.all);
  }

  /** A room or person that is found while one types. */
  offer(name: string): Locator {
    return this.frame.getByRole('option', { name: new RegExp(`^[#@]? ?${escaped(name)}`) }).first();
  }

  async isFocused(thing: Locator): Promise<boolean> {
    return (await thing.and(this.frame.locator(':focus')).count()) > 0;
  }

  /** Waits until keys go there. */
  async hasFocus(thing: Locator): Promise<void> {
    await thing.and(this.frame.locator(':focus')).waitFor({ timeout: patience });
  }

  /** Types a part of a name, and takes what is offered. */
  async addressTo(name: string): Promise<void> {
    await this.to.fill(name);
    await this.offer(name).click();
    await this.target(name).waitFor();
  }

  /** One more attachment, with what it is to hold. */
  async attach(content: AttachmentText): Promise<ComposerCard> {
    const place = (await this.attachments.count()) + 1;
    await this.button('Add Attachment').click();
    const card = this.attachment(place);
    await card.fill(content);
    return card;
  }

  /** Waits until just this stands in the message. */
  async holds(text: string): Promise<void> {
    await holds(this.text, text);
  }

  /** As the browser does it with text that the clipboard holds. */
  async paste(text: string): Promise<void> {
    await this.text.evaluate((area, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  }

  /** Waits until the host has the form as it stands now, and has kept it. */
  async isKept(): Promise<void> {
    await this.frame.locator('[aria-busy=false]').getByText('Draft kept').waitFor();
  }

  /** By VS Code's own command. */
  async close(): Promise<void> {
    await runCommand(this.page, 'View: Close Editor');
    await this.isGone();
  }

  /** Waits until its tab is closed. */
  async isGone(): Promise<void> {
    await this.page.locator(`iframe.webview.ready${inTab}`).waitFor({ state: 'detached' });
  }
}
