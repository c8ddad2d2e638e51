import type { FromPage, ToPage } from '../../protocol/conversation';
import type { Words } from '../../protocol/words';
import { MediaShelf } from '../shared/media';
import { Conversation } from './conversation';
import { Mailbox } from './mailbox';
import { keepFocusOverMenus } from './menu';
import { StateFile, type StateKeeper } from './savedState';

/** What VS Code gives to a page, once. */
declare function acquireVsCodeApi(): StateKeeper & { postMessage(message: FromPage): void };

const host = acquireVsCodeApi();
const tell = (message: FromPage) => host.postMessage(message);
const words = readWords();
const state = new StateFile(host);
const conversation = new Conversation({ words, state, tell });
const mailbox = new Mailbox(conversation, { words, media: new MediaShelf(tell), tell });

document.body.append(conversation);
keepFocusOverMenus(document);
// Only the host has a way to say something to this page; what it says, the compiler has checked.
addEventListener('message', ({ data }: MessageEvent<ToPage>) => mailbox.take(data));
const place = state.read()?.place;
tell({ type: 'ready', ...(place && { place }) });

function readWords(): Words {
  const text = document.getElementById('words')?.textContent;
  if (!text) throw new Error('The page came without its words.');
  // Written by the host, beside this program.
  return JSON.parse(text) as Words;
}
