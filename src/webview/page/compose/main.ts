import { host, tell } from './host';
import type { ToCompose } from '../../protocol/compose';
import type { ComposerWords } from '../../protocol/words';
import { MediaShelf } from '../shared/media';
import { StateFile } from '../shared/stateFile';
import { Composer } from './composer';
import { tellIfCommon } from './context';
import { Mailbox } from './mailbox';
import { savedState } from './savedState';

const words = readWords();
const composer = new Composer(new StateFile(host, savedState));
const mailbox = new Mailbox(composer, { words, media: new MediaShelf(tellIfCommon(tell)), tell });

document.body.append(composer);
// Only the host has a way to say something to this page; what it says, the compiler has checked.
addEventListener('message', ({ data }: MessageEvent<ToCompose>) => mailbox.take(data));

function readWords(): ComposerWords {
  const text = document.getElementById('words')?.textContent;
  if (!text) throw new Error('The page came without its words.');
  // Written by the host, beside this program.
  return JSON.parse(text) as ComposerWords;
}
