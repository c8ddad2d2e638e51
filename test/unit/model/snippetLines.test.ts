import assert from 'node:assert/strict';
import type { Piece, Snippet } from '../../../src/model/snippet';
import { formed, type SnippetForm } from '../../../src/model/snippetForm';
import { fileLine } from '../../../src/model/snippetLines';

const pieces: readonly Piece[] = [
  { lines: { first: 12, last: 14 }, code: '  one();\n\n  two();' },
  { lines: { first: 40, last: 40 }, code: '    three();' },
];
const snippet = (over: Partial<Snippet> = {}): Snippet => ({
  ...{ kind: 'code', comment: 'Look', path: 'src/a.ts', language: 'typescript', pieces, notes: [] },
  linkTo: () => undefined,
  ...over,
});
const shared = (form: SnippetForm, over?: Partial<Snippet>) =>
  formed(snippet(over), form, { limit: 5_000, firstLines: () => 'beginning' });
/** Each line of a text with its line in the file. */
const numbered = (text: string, of = pieces) =>
  text.split('\n').flatMap((row, at) => {
    const line = fileLine(text, at + 1, of);
    return line === undefined ? [] : [`${line} ${row}`];
  });

describe('fileLine', () => {
  it('goes by the lines of the file, in the message and in a file that is made of it', () => {
    const { text } = shared('code');
    const { file } = shared('file');

    const lines = ['12 one();', '13 ', '14 two();', '40 three();'];
    assert.deepEqual([numbered(text), numbered(file?.text ?? '')], [lines, lines]);
  });

  it('knows the first lines that stand above a file', () => {
    const code = Array.from({ length: 30 }, (_, at) => `line${at};`).join('\n');
    const whole = [{ code, isWhole: true }];

    const lines = numbered(shared('file', { pieces: whole }).text, whole);

    assert.deepEqual([lines.length, lines.at(-1)], [10, '10 line9;']);
  });

  it('has none for what has no lines to go to', () => {
    const output = [{ code: 'one();' }];

    assert.deepEqual(numbered(shared('code', { pieces: output }).text, output), []);
  });
});
