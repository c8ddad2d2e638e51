import { eventually } from '../eventually';
import type { FrameLocator, Locator, Page } from 'playwright-core';

const patience = 30_000;

/** Where a page stands: the view beside the editor, or a tab. */
export type Home = 'sideBar' | 'editor';

/** The address says which is a view only until it is hidden for the first time; then its place at the edge does. */
const inView = '[src*="purpose=webviewView"]';
const atEdge = '.webview-overlay-outer-right iframe';

/** A conversation as a person sees it. A webview's document is two frames down. */
export class Conversation {
  private readonly frame: FrameLocator;

  constructor(
    readonly page: Page,
    home: Home = 'sideBar',
  ) {
    const kind = home === 'sideBar' ? `:is(${inView}, ${atEdge})` : `:not(${inView})`;
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
    return this.messages.filter({ hasText: words }).first();
  }

  /** Scrolls so far that it is wholly seen. */
  async show(message: Locator): Promise<void> {
    await message.waitFor();
    await eventually('it on screen', async () => {
      await message.evaluate(async (element) => {
        element.scrollIntoView({ block: 'center' });
        // What is drawn before the page hears of it puts back what was read.
        for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
      });
      return isOnScreen(message);
    });
  }

  /** To the newest message. */
  async toEnd(): Promise<void> {
    await this.show(this.messages.last());
  }

  /** Turns the wheel until older messages have come up to the one that says so. */
  async scrollUpTo(words: string | RegExp): Promise<void> {
    const wanted = this.message(words);
    const deadline = Date.now() + patience;
    await this.messages.first().hover();
    while (!(await wanted.isVisible()) || !(await isOnScreen(wanted))) {
      if (Date.now() > deadline) throw new Error(`Nobody up there says "${String(words)}".`);
      await this.page.mouse.wheel(0, -400);
    }
  }

  /** The same while it is lit up, as the one that was looked for. */
  flashing(words: string | RegExp): Locator {
    return this.frame.locator('[data-message][data-flash]').filter({ hasText: words });
  }

  /** All that are in the page. */
  get messages(): Locator {
    return this.frame.locator('[data-message]');
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

  /** Waits until keys go there. */
  async hasFocus(thing: Locator): Promise<void> {
    await thing.and(this.frame.locator(':focus')).waitFor({ timeout: patience });
  }

  /** Waits until keys go elsewhere. */
  async losesFocus(): Promise<void> {
    await this.page.locator('iframe.webview.ready:focus').waitFor({ state: 'detached' });
  }

  /** Waits until it is on screen, without bringing it there. */
  async seesAgain(message: Locator): Promise<void> {
    await message.waitFor();
    await message.evaluate(
      (element) =>
        new Promise<void>((resolve) => {
          const watch = new IntersectionObserver((entries) => {
            if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
            watch.disconnect();
            resolve();
          });
          watch.observe(element);
        }),
    );
  }

  /** The page once it has been loaded again. */
  async nextLife(): Promise<Locator> {
    await this.all.evaluate((body) => body.setAttribute('data-former', ''));
    return this.frame.locator('body:not([data-former])');
  }

  /** Waits until the room or thread of that name shows messages. */
  async appear(name: string | RegExp): Promise<void> {
    await this.title(name).waitFor({ timeout: patience });
    await this.messages.first().waitFor({ timeout: patience });
  }

  /** Types into the box and sends it, as a person who has left the keys as they were. */
  async send(text: string): Promise<void> {
    await this.box.fill(text);
    await this.box.press('Enter');
  }
}

async function isOnScreen(thing: Locator): Promise<boolean> {
  return thing.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < element.ownerDocument.documentElement.clientHeight;
  });
}
