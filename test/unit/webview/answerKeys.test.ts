import assert from 'node:assert/strict';
import { type Key, keyDoes, isComposing, type Situation } from '../../../src/webview/page/answer/keys';

const key = (name: string, over: Partial<Key> = {}): Key => ({
  ...{ key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false },
  ...over,
});

const situation = (over: Partial<Situation> = {}): Situation => ({
  ...{ sendsOn: 'enter', isInFence: false, isEmpty: false },
  ...over,
});

describe('keyDoes', () => {
  const enters: readonly (readonly [string, Key, Partial<Situation>, ReturnType<typeof keyDoes>])[] = [
    ['Enter sends', key('Enter'), {}, 'send'],
    ['Shift+Enter breaks the line', key('Enter', { shiftKey: true }), {}, undefined],
    ['Alt+Enter does not send', key('Enter', { altKey: true }), {}, undefined],
    ['Enter breaks the line in a block of code', key('Enter'), { isInFence: true }, undefined],
    ['Ctrl+Enter sends from a block of code', key('Enter', { ctrlKey: true }), { isInFence: true }, 'send'],
    ['Enter breaks the line where the other key sends', key('Enter'), { sendsOn: 'alternative' }, undefined],
    ['Shift+Enter sends there', key('Enter', { shiftKey: true }), { sendsOn: 'alternative' }, 'send'],
    [
      'but not from a block of code',
      key('Enter', { shiftKey: true }),
      { sendsOn: 'alternative', isInFence: true },
      undefined,
    ],
    ['Ctrl+Enter sends there', key('Enter', { ctrlKey: true }), { sendsOn: 'alternative' }, 'send'],
    ['Cmd+Enter sends there', key('Enter', { metaKey: true }), { sendsOn: 'alternative' }, 'send'],
    ['Arrow-up in an empty box edits', key('ArrowUp'), { isEmpty: true }, 'editLast'],
    ['Arrow-up in a text moves the caret', key('ArrowUp'), {}, undefined],
    ['Shift+Arrow-up selects', key('ArrowUp', { shiftKey: true }), { isEmpty: true }, undefined],
    ['Escape leaves', key('Escape'), {}, 'escape'],
    ['letters are typed', key('a'), {}, undefined],
  ];
  for (const [words, pressed, over, does] of enters)
    it(words, () => {
      assert.equal(keyDoes(pressed, situation(over)), does);
    });
});

describe('isComposing', () => {
  it('sees an input method at work by either sign', () => {
    assert.deepEqual(
      [
        isComposing({ isComposing: true, keyCode: 13 }),
        isComposing({ isComposing: false, keyCode: 229 }),
        isComposing({ isComposing: false, keyCode: 13 }),
      ],
      [true, true, false],
    );
  });
});
