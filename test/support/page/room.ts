import type { Locator } from 'playwright-core';
import type { MessagesView, PlaceView, Setup } from '../../../src/webview/protocol/conversation';
import type { MessageView } from '../../../src/webview/protocol/message';
import { messagesView, placeView, setup } from '../makers/views';
import type { OpenedPage, PageOptions } from './openPage';

export interface RoomOptions extends PageOptions {
  readonly setup?: Partial<Setup>;
  readonly place?: Partial<PlaceView>;
  readonly messages?: readonly MessageView[];
  /** What is said of the messages beside themselves. */
  readonly view?: Partial<MessagesView>;
}

/** A page that shows the channel general, as ann's. */
export class RoomPage {
  constructor(readonly opened: OpenedPage) {}

  get page() {
    return this.opened.page;
  }

  get list(): Locator {
    return this.page.getByRole('list', { name: /^Messages of/ });
  }

  message(id: string): Locator {
    return this.page.locator(`[data-message="${id}"]`);
  }

  /** What can be scrolled. */
  get viewport(): Locator {
    return this.page.locator('.viewport');
  }

  /** Where a message stands, from the top of the page, in pixels. */
  async top(id: string): Promise<number> {
    return this.message(id).evaluate((element) => element.getBoundingClientRect().top);
  }

  /** How much there is below the screen. */
  async untilEnd(): Promise<number> {
    return this.viewport.evaluate(
      ({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight,
    );
  }

  /** As a wheel does it; settled when it returns. */
  async scrollTo(top: number): Promise<void> {
    await this.viewport.evaluate(async (element, wanted) => {
      element.scrollTop = wanted;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }, top);
  }

  /** Until that message is the first on screen. */
  async scrollToMessage(id: string): Promise<void> {
    const offset = await this.message(id).evaluate((element) => {
      const viewport = element.closest('.viewport');
      const { top = 0 } = viewport?.getBoundingClientRect() ?? {};
      return (viewport?.scrollTop ?? 0) + element.getBoundingClientRect().top - top;
    });
    await this.scrollTo(offset);
  }

  /** Says which messages there are now, all of them anew. */
  async show(messages: readonly MessageView[], over: Partial<MessagesView> = {}): Promise<void> {
    await this.opened.say({ type: 'messages', view: messagesView(messages, over) });
  }

  /** The id of the message that has the focus. */
  async focused(): Promise<string | undefined> {
    return this.page.evaluate(() =>
      document.activeElement instanceof HTMLElement ? document.activeElement.dataset['message'] : undefined,
    );
  }
}

/** Opens a page and says all that a host says at first. */
export async function openRoom(
  openPage: (options?: PageOptions) => Promise<OpenedPage>,
  { setup: own, place, messages = [], view, ...options }: RoomOptions = {},
): Promise<RoomPage> {
  const opened = await openPage(options);
  await sayRoom(opened, {
    ...(own && { setup: own }),
    ...(place && { place }),
    messages,
    ...(view && { view }),
  });
  return new RoomPage(opened);
}

/** What a host says to a page that knows nothing. */
export async function sayRoom(
  opened: OpenedPage,
  { setup: own, place, messages = [], view }: RoomOptions,
): Promise<void> {
  await opened.say(
    { type: 'setup', setup: setup(own) },
    { type: 'place', view: placeView(place) },
    { type: 'messages', view: messagesView(messages, view) },
  );
}
