import assert from 'node:assert/strict';
import { filesOf, pastedCode } from '../../../src/webview/page/answer/paste';
import { fitted } from '../../../src/webview/page/answer/typeInto';

const copied = (text: string, mode: string) => ({ text, editorData: JSON.stringify({ version: 1, mode }) });

describe('pastedCode', () => {
  it('fences several lines with their language', () => {
    assert.equal(
      pastedCode(copied('  a();\r\n  b();\r\n', 'typescript'), ''),
      '```typescript\na();\nb();\n```',
    );
  });

  it('names languages as highlighters do', () => {
    assert.match(pastedCode(copied('a\nb', 'typescriptreact'), '') ?? '', /^```tsx\n/);
  });

  it('fences code with a longer fence than the code has', () => {
    assert.equal(pastedCode(copied('a\n```\nb', 'rust'), ''), '````rust\na\n```\nb\n````');
  });

  it('keeps the indentation of lines against each other', () => {
    assert.equal(pastedCode(copied('    if (a)\n\n      b();', 'c'), ''), '```c\nif (a)\n\n  b();\n```');
  });

  const plain: readonly (readonly [string, Parameters<typeof pastedCode>])[] = [
    ['a word', [copied('entries', 'typescript'), 'see ']],
    ['a whole line', [copied('entries.clear();\n', 'typescript'), '']],
    ['prose', [copied('# A\n\nB', 'markdown'), '']],
    ['what goes into a block of code', [copied('a\nb', 'typescript'), '```ts\n']],
    ['what comes from elsewhere', [{ text: 'a\nb', editorData: '' }, '']],
    ['what only seems to come from an editor', [{ text: 'a\nb', editorData: '{"mode":' }, '']],
    ['what has no language', [{ text: 'a\nb', editorData: 'null' }, '']],
  ];
  for (const [what, args] of plain)
    it(`leaves ${what} as it is`, () => {
      assert.equal(pastedCode(...args), undefined);
    });
});

describe('filesOf', () => {
  const picture = new File(['x'], 'image.png', { type: 'image/png' });
  // A list of files cannot be made outside a browser; all that is asked of it is its files.
  const files = [picture] as unknown as FileList;

  it('takes a picture that was copied in a browser', () => {
    assert.deepEqual(filesOf({ files, types: ['text/html', 'Files'] }), [picture]);
  });

  it('takes files that were copied with their paths', () => {
    assert.deepEqual(filesOf({ files, types: ['text/plain', 'Files'] }), [picture]);
  });

  it('leaves the picture that an office program puts beside words', () => {
    assert.deepEqual(filesOf({ files, types: ['text/plain', 'text/html', 'Files'] }), []);
  });
});

describe('fitted', () => {
  const fence = '```\na\n```';

  it('leaves a word as it is', () => {
    assert.equal(fitted('word', { before: 'a ', rest: ' b' }), 'word');
  });

  it('begins the next line after a block', () => {
    assert.equal(fitted(fence, { before: '', rest: '' }), `${fence}\n`);
  });

  it('parts a block from the text around it', () => {
    assert.equal(fitted(fence, { before: 'before', rest: 'after' }), `\n\n${fence}\n\n`);
  });

  it('makes no more blank lines than it takes', () => {
    assert.equal(fitted(fence, { before: 'before\n\n', rest: '\nafter' }), `${fence}\n`);
  });
});
