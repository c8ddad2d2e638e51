import assert from 'node:assert/strict';
import { type Sendable, whyNot } from '../../../src/webview/page/answer/whyNot';
import type { UploadView } from '../../../src/webview/protocol/conversation';

const words = { sendTooLong: 'too long', nothingToSend: 'nothing' };
const file: UploadView = { id: 'u', name: 'a.png', type: 'image/png', size: 1, state: 'ready' };
const quote = { id: 'm', author: 'bob', text: 'why?' };

const sendable = (over: Partial<Sendable>): Sendable => ({
  ...{ draft: { text: '' }, uploads: [], maxLength: 10 },
  ...over,
});

describe('whyNot', () => {
  const cases: readonly (readonly [string, Partial<Sendable>, string | undefined])[] = [
    ['a text can be sent', { draft: { text: 'hi' } }, undefined],
    ['blanks alone cannot', { draft: { text: ' \n' } }, 'nothing'],
    ['a text that is too long cannot', { draft: { text: 'hello world' } }, 'too long'],
    ['a quote alone can', { draft: { text: '', quotes: [quote] } }, undefined],
    ['a file alone can', { uploads: [file] }, undefined],
    ['a file that failed can again', { uploads: [{ ...file, state: 'failed' }] }, undefined],
    ['a file that is on its way cannot once more', { uploads: [{ ...file, state: 'sending' }] }, 'nothing'],
    ['a message whose text was taken away can be deleted', { draft: { text: '', edits: 'm' } }, undefined],
  ];
  for (const [what, over, reason] of cases)
    it(what, () => {
      assert.equal(whyNot(sendable(over), words), reason);
    });
});
