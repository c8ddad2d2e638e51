import type { Locator } from 'playwright-core';
import type { Conversation } from './conversation';

/** A picture or another file, made of nothing but its size. */
export interface PastedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The box of a conversation, and what stands around it. */
export class AnswerArea {
  constructor(private readonly conversation: Conversation) {}

  /** Why something was not sent. */
  problem(words: string | RegExp): Locator {
    return this.conversation.all.getByRole('alert').filter({ hasText: words });
  }

  /** Stands where nobody may write, and says why. */
  closed(words: string | RegExp): Locator {
    return this.conversation.all.getByRole('note').filter({ hasText: words });
  }

  suggestion(name: string | RegExp): Locator {
    return this.conversation.all.getByRole('option', { name });
  }

  /** The one that Enter takes. */
  get suggested(): Locator {
    return this.conversation.all.getByRole('option', { selected: true });
  }

  /** Waits until just this stands in it. */
  async holds(text: string): Promise<void> {
    await this.conversation.box.evaluate(
      (area, wanted) =>
        new Promise<void>((resolve) => {
          const look = () => {
            if (area instanceof HTMLTextAreaElement && area.value === wanted) resolve();
            else requestAnimationFrame(look);
          };
          look();
        }),
      text,
    );
  }

  /** A file that is going to be sent, or is on its way. */
  file(name: string): Locator {
    return this.conversation.all.getByRole('listitem').filter({ hasText: name });
  }

  get progress(): Locator {
    return this.conversation.all.locator('progress');
  }

  /** Waits until the upload has been seen on its way so many times, each time farther: neither at 0 nor at 100 %. */
  async advances(times: number): Promise<void> {
    await this.progress.waitFor();
    await this.progress.evaluate(
      // The locator finds nothing else.
      (bar, wanted) =>
        new Promise<void>((resolve) => {
          const seen = new Set<number>();
          const look = () => {
            const { position } = bar as HTMLProgressElement;
            if (position > 0 && position < 1) seen.add(position);
            if (seen.size >= wanted) resolve();
            else requestAnimationFrame(look);
          };
          look();
        }),
      times,
    );
  }

  /** As the browser does it with what the clipboard holds. */
  async paste({ name, type, bytes }: PastedFile): Promise<void> {
    await this.conversation.box.evaluate(
      (area, file) => {
        const clipboardData = new DataTransfer();
        const content = Uint8Array.from(atob(file.base64), (character) => character.charCodeAt(0));
        clipboardData.items.add(new File([content], file.name, { type: file.type }));
        area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      { name, type, base64: Buffer.from(bytes).toString('base64') },
    );
  }
}
