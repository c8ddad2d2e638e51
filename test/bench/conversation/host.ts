import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { systemClock } from '../../../src/base/clock';
import { type Disposable, Emitter, type Event } from '../../../src/base/event';
import type { Session } from '../../../src/model/session';
import { roomId } from '../../../src/model/room';
import { ConversationPage } from '../../../src/webview/conversationPage';
import { MessagesPart } from '../../../src/webview/messagesPart';
import type { OpenPage, Part } from '../../../src/webview/part';
import type { EmojiView, ToPage } from '../../../src/webview/protocol/conversation';
import type { ReadingPage } from '../../../src/webview/sessionPage';
import { setupPart } from '../../../src/webview/setup';
import { placeView } from '../../support/makers/views';

const general = { room: roomId('GENERAL') };
const words = { you: 'You', systemText: () => '', explain: () => '', waiting: () => '', failed: () => '' };
const never = new Emitter<never>().event;

/** The product's host side of a page that begins in general, over a page in a browser. What it tells goes in order. */
export function hostOf(page: Page, session: Session, heard: Event<unknown>): Disposable {
  return new ConversationPage({
    current: { get: () => session, account: session.account, signedOut: () => undefined, onDidChange: never },
    surface: {
      home: 'sideBar',
      isVisible: true,
      onDidChangeVisibility: never,
      onDidReceive: heard,
      // As text: that is how VS Code takes it across, and Playwright is slow with large values.
      post: (message) =>
        void page.evaluate((told) => globalThis.postMessage(JSON.parse(told), '*'), JSON.stringify(message)),
      name: () => undefined,
    },
    clock: systemClock,
    window: { isFocused: () => true, onDidChange: never },
    parts: [
      setupPart({ locale: 'en', home: 'sideBar' }),
      tellsAtFirst(() => ({ type: 'emoji', emoji })),
      tellsAtFirst(() => ({
        type: 'place',
        view: placeView({ place: general, account: session.account.id }),
      })),
      (reading: ReadingPage) => new MessagesPart(reading, words),
    ],
    firstPlace: () => general,
    faces: { setup: unneeded, view: unneeded, act: unneeded },
    drop: () => undefined,
    onDidGo: () => undefined,
    onDidUse: () => undefined,
  });
}

/** Those that everybody has, as the build lays them out for the host. */
const emoji = JSON.parse(readFileSync('dist/emoji.json', 'utf8')) as readonly EmojiView[];

/** In place of a part that needs VS Code. */
function tellsAtFirst(message: () => ToPage): (page: OpenPage) => Part {
  return (page) => ({
    begin: () => page.tell(message()),
    heed: () => false,
    dispose: () => undefined,
  });
}

function unneeded(): never {
  throw new Error('Somebody is signed in all the time.');
}
