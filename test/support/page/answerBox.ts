import type { Locator } from 'playwright-core';
import type { BoxView, Draft, FromPage, ToPage } from '../../../src/webview/protocol/conversation';
import { messagesView, messageViews, placeView, setup } from '../makers/views';
import type { OpenedPage, PageOptions, Told } from './openPage';

type OpenBox = Extract<BoxView, { readonly state: 'open' }>;

export const general = { room: 'general' } as const;

/** What its host says to a page that opens general. */
export function opening(
  over: { readonly box?: Partial<OpenBox>; readonly draft?: Draft; readonly sendsOn?: 'alternative' } = {},
): readonly ToPage[] {
  const box: BoxView = {
    state: 'open',
    placeholder: 'Message #general',
    maxLength: 5000,
    files: {},
    ...over.box,
  };
  return [
    { type: 'setup', setup: setup({ sendsOn: over.sendsOn ?? 'enter' }) },
    { type: 'place', view: placeView({ box }) },
    { type: 'messages', view: messagesView(messageViews(6)) },
    { type: 'draft', place: general, draft: over.draft ?? { text: '' } },
  ];
}

/** A page that shows general, with the caret in its box. */
export class AnswerPage {
  constructor(readonly opened: OpenedPage) {}

  get area(): Locator {
    return this.opened.page.getByRole('textbox', { name: 'Message #general' });
  }

  get sendButton(): Locator {
    return this.opened.page.getByRole('button', { name: 'Send' });
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.area.press(key);
  }

  async type(text: string): Promise<void> {
    await this.area.pressSequentially(text);
  }

  async text(): Promise<string> {
    return this.area.inputValue();
  }

  /** The drafts that were sent, the first one first. */
  async sent(): Promise<readonly Draft[]> {
    const told = await this.opened.allTold();
    return told.flatMap((message) => (message.type === 'send' ? [message.draft] : []));
  }

  async toldOf<T extends FromPage['type']>(type: T): Promise<readonly Told<T>[]> {
    return (await this.opened.allTold()).filter((message): message is Told<T> => message.type === type);
  }

  /** The keys alone: the browser would paste its own clipboard as well, at a time of its own. */
  async pressToPastePlain(): Promise<void> {
    await this.area.dispatchEvent('keydown', { key: 'V', ctrlKey: true, shiftKey: true });
  }

  /** What the clipboard holds, by type, is pasted as the browser does it. */
  async paste(texts: Readonly<Record<string, string>>, files: readonly string[] = []): Promise<void> {
    await this.area.evaluate(
      (area, [data, names]) => {
        const clipboardData = new DataTransfer();
        for (const [type, text] of Object.entries(data)) clipboardData.setData(type, text);
        for (const name of names) clipboardData.items.add(new File(['bytes'], name, { type: 'image/png' }));
        const isTaken = !area.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
        // What the browser does itself after such an event, it does not do after one that was made.
        if (isTaken || !(area instanceof HTMLTextAreaElement)) return;
        area.setRangeText(clipboardData.getData('text/plain'), area.selectionStart, area.selectionEnd, 'end');
        area.dispatchEvent(new InputEvent('input', { bubbles: true }));
      },
      [texts, files] as const,
    );
  }

  /** Something is dragged over the messages, and let go of if `type` is `drop`. */
  async drag(
    type: 'dragenter' | 'dragover' | 'dragleave' | 'drop',
    { shiftKey = true, files = [], text }: { shiftKey?: boolean; files?: readonly string[]; text?: string },
  ): Promise<void> {
    await this.opened.page.evaluate(
      ([name, shift, names, words]) => {
        const dataTransfer = new DataTransfer();
        if (words !== '') dataTransfer.setData('text/plain', words);
        for (const file of names) dataTransfer.items.add(new File(['bytes'], file, { type: 'text/plain' }));
        const how = { dataTransfer, shiftKey: shift, bubbles: true, cancelable: true };
        document.querySelector('rc-messages')?.dispatchEvent(new DragEvent(name, how));
      },
      [type, shiftKey, files, text ?? ''] as const,
    );
  }
}

/** How tests open general to write in it. */
export function answerPages(
  open: (options?: PageOptions) => Promise<OpenedPage>,
): (over?: Parameters<typeof opening>[0], options?: PageOptions) => Promise<AnswerPage> {
  return async (over, options) => {
    const opened = await open(options);
    await opened.say(...opening(over));
    const page = new AnswerPage(opened);
    await page.area.focus();
    await opened.forgetTold();
    return page;
  };
}
