import type { Locator } from 'playwright-core';

/** A picture or another file, made of nothing but its size. */
export interface PastedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** As the browser does it with what the clipboard holds. */
export async function pasteFile(into: Locator, { name, type, bytes }: PastedFile): Promise<void> {
  await into.evaluate(
    (area, file) => {
      const clipboardData = new DataTransfer();
      const content = Uint8Array.from(atob(file.base64), (character) => character.charCodeAt(0));
      clipboardData.items.add(new File([content], file.name, { type: file.type }));
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    { name, type, base64: Buffer.from(bytes).toString('base64') },
  );
}
