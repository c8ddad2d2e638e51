import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Disposable, Event } from '../../../src/base/event';
import { emptyComposition } from '../../../src/model/composition';
import type { EmojiView, ToCompose } from '../../../src/webview/protocol/compose';

/** Those that everybody has, as the build lays them out for the host. */
const emoji = JSON.parse(readFileSync('dist/emoji.json', 'utf8')) as readonly EmojiView[];

/** All that an empty form begins with. */
const beginning: readonly ToCompose[] = [
  {
    type: 'setup',
    setup: {
      locale: 'en',
      home: 'editor',
      hourCycle: 'h23',
      me: { id: 'ann-id', username: 'ann' },
      sendsOn: 'enter',
      groupingPeriod: 300,
      showsAvatars: true,
    },
  },
  { type: 'emoji', emoji },
  {
    type: 'composer',
    view: {
      account: 'ann',
      draft: 'first',
      mode: 'new',
      maxLength: 5_000,
      mayImpersonate: true,
      mayAttachFiles: true,
      accountLabel: 'ann @ chat.example.org',
    },
  },
  { type: 'form', form: emptyComposition },
  { type: 'problems', problems: [] },
  { type: 'files', files: [] },
  { type: 'outcomes', outcomes: [] },
];

/** In place of the host, whose parts need VS Code: answers a page that is ready. */
export function hostOf(page: Page, heard: Event<unknown>): Disposable {
  return heard((message) => {
    if (!isReady(message)) return;
    // As text: that is how VS Code takes it across, and Playwright is slow with large values.
    void page.evaluate((told) => {
      for (const one of JSON.parse(told) as readonly unknown[]) globalThis.postMessage(one, '*');
    }, JSON.stringify(beginning));
  });
}

function isReady(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
}
