import assert from 'node:assert/strict';
import type { Composition } from '../../../src/model/composition';
import { previewOf } from '../../../src/webview/composePreview';
import type { StagedFile } from '../../../src/webview/composeStaged';
import { account } from '../../support/makers/account';
import { attachmentForm, composition } from '../../support/makers/composition';

const staged = (id: string): StagedFile => ({
  ...{ id, name: `${id}.txt`, type: 'text/plain', size: 3, description: '' },
  ...{ bytes: new Blob(['one']), status: { state: 'ready' } },
});

/** The texts and files of the messages that are going to arrive. */
function arriving(form: Partial<Composition>, files: readonly StagedFile[]) {
  const of = account();
  const me = { id: of.userId, username: of.username };
  const beholder = { me, you: 'You', systemText: () => '' };
  const { message, more } = previewOf(
    { account: of, knownSettings: undefined },
    { form: composition(form), files },
    { beholder, now: 0 },
  );
  return [message, ...more].map(({ text, author, attachments }) => [
    text,
    author.name === of.username,
    ...attachments.map(({ title }) => title),
  ]);
}

describe('The preview of files', () => {
  it('shows the first with the text, and each of the others behind it', () => {
    const messages = arriving({ text: 'Look' }, [staged('a'), staged('b')]);

    assert.deepEqual(messages, [
      ['Look', true, 'a.txt'],
      ['', true, 'b.txt'],
    ]);
  });

  it('shows them behind a message with attachments, in my own name', () => {
    const form = { text: 'Look', alias: 'CI', attachments: [attachmentForm({ title: 'Build 7' })] };

    const messages = arriving(form, [staged('a')]);

    assert.deepEqual(messages, [
      ['Look', false, 'Build 7'],
      ['', true, 'a.txt'],
    ]);
  });
});
