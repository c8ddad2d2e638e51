import assert from 'node:assert/strict';
import { completed, triggerAt } from '../../../src/webview/page/answer/completion';

/** `|` is the caret. */
function at(marked: string): ReturnType<typeof triggerAt> {
  const caret = marked.indexOf('|');
  return triggerAt(marked.replace('|', ''), caret);
}

describe('triggerAt', () => {
  const found: readonly (readonly [string, NonNullable<ReturnType<typeof at>>])[] = [
    ['@|', { kind: 'person', query: '', from: 0, to: 1 }],
    ['hi @an|', { kind: 'person', query: 'an', from: 3, to: 6 }],
    ['(@ann.b|', { kind: 'person', query: 'ann.b', from: 1, to: 7 }],
    ['@j|ohn!', { kind: 'person', query: 'j', from: 0, to: 5 }],
    ['ask @jö|', { kind: 'person', query: 'jö', from: 4, to: 7 }],
    ['see #gen|. Next', { kind: 'room', query: 'gen', from: 4, to: 8 }],
    ['fine :sm|', { kind: 'emoji', query: 'sm', from: 5, to: 8 }],
    [':+1|:', { kind: 'emoji', query: '+1', from: 0, to: 4 }],
    ['/|', { kind: 'command', query: '', from: 0, to: 1 }],
    ['/st|atus away', { kind: 'command', query: 'st', from: 0, to: 7 }],
  ];
  for (const [marked, trigger] of found)
    it(`completes in ${marked}`, () => {
      assert.deepEqual(at(marked), trigger);
    });

  const none: readonly (readonly [string, string])[] = [
    ['in an address', 'me@example|'],
    ['after one letter of an emoji', 'so :d|'],
    ['in a time', 'at 12:30|'],
    ['in a link', 'https://a.example/#to|'],
    ['in a path', 'src/@types|'],
    ['after a blank', '@ann |'],
    ['for a command that does not begin the text', 'or /st|'],
    ['for the arguments of a command', '/status a|'],
    ['in a piece of code', 'run `npm i @ty|'],
    ['in a block of code', '```ts\n@inj|'],
  ];
  for (const [where, marked] of none)
    it(`stays quiet ${where}`, () => {
      assert.equal(at(marked), undefined);
    });
});

describe('completed', () => {
  it('puts a blank behind', () => {
    assert.equal(completed('@ann', ''), '@ann ');
  });

  it('does not put a second blank', () => {
    assert.equal(completed('@ann', ' and ben'), '@ann');
  });
});
