import type { Locator } from 'playwright-core';
import { type PastedFile, pasteFile } from './filePaste';
import { seenAdvancing } from './progress';

/** The files that go with a message. */
export class ComposerFiles {
  constructor(private readonly composer: Locator) {}

  item(name: string): Locator {
    return this.composer
      .getByRole('region', { name: 'Files' })
      .getByRole('listitem')
      .filter({ hasText: name });
  }

  description(name: string): Locator {
    return this.composer.getByRole('textbox', { name: `Description of ${name}` });
  }

  /** In their order. */
  async names(): Promise<readonly string[]> {
    return this.composer.locator('rc-compose-files .name').allInnerTexts();
  }

  async describe(name: string, text: string): Promise<void> {
    await this.description(name).fill(text);
  }

  get progress(): Locator {
    return this.composer.locator('progress');
  }

  /** Waits until an upload has been seen on its way so many times, each time farther. */
  async advance(times: number): Promise<void> {
    await seenAdvancing(this.progress, times);
  }

  async paste(file: PastedFile): Promise<void> {
    await pasteFile(this.composer.getByRole('textbox', { name: 'Message', exact: true }), file);
  }
}
