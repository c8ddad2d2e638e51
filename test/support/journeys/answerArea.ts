import type { Locator } from 'playwright-core';
import type { Conversation } from './conversation';
import { type PastedFile, pasteFile } from './filePaste';
import { holds } from './holds';
import { seenAdvancing } from './progress';

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
    await holds(this.conversation.box, text);
  }

  /** A file that is going to be sent, or is on its way. */
  file(name: string): Locator {
    return this.conversation.all.getByRole('listitem').filter({ hasText: name });
  }

  get progress(): Locator {
    return this.conversation.all.locator('progress');
  }

  /** Waits until the upload has been seen on its way so many times, each time farther. */
  async advances(times: number): Promise<void> {
    await seenAdvancing(this.progress, times);
  }

  async paste(file: PastedFile): Promise<void> {
    await pasteFile(this.conversation.box, file);
  }
}
