import { host, tell } from './host';
import type { ToPage } from '../../protocol/conversation';
import type { Words } from '../../protocol/words';
import { MediaShelf } from '../shared/media';
import { StateFile } from '../shared/stateFile';
import { Conversation } from './conversation';
import { showWhatIsFound } from './found';
import { Mailbox } from './mailbox';
import { keepFocusOverMenus } from './menu';
import { savedState } from './savedState';

const words = readWords();
const state = new StateFile(host, savedState);
const conversation = new Conversation({ words, state, tell });
const mailbox = new Mailbox(conversation, { words, media: new MediaShelf(tell), tell });

document.body.append(conversation);
keepFocusOverMenus(document);
showWhatIsFound(document);
// Only the host has a way to say something to this page; what it says, the compiler has checked.
addEventListener('message', ({ data }: MessageEvent<ToPage>) => mailbox.take(data));
// The first format that a page makes costs more than all others: while the host answers it costs nobody's time.
new Intl.DateTimeFormat(document.documentElement.lang);

function readWords(): Words {
  const text = document.getElementById('words')?.textContent;
  if (!text) throw new Error('The page came without its words.');
  // Written by the host, beside this program.
  return JSON.parse(text) as Words;
}
