import assert from 'node:assert/strict';
import { looksLikePayload } from '../../../src/webview/page/compose/pasting';
import { savedState } from '../../../src/webview/page/compose/savedState';
import { targetKeyDoes } from '../../../src/webview/page/compose/targetKeys';
import { nameOf, roomOf } from '../../../src/webview/page/compose/targetChip';

const usual = { isOpen: false, isPending: false, isEmpty: true, isAtStart: true, hasChips: true };

describe('What a key does in the search for targets', () => {
  for (const [key, situation, does] of [
    ['ArrowDown', {}, 'open'],
    ['ArrowDown', { isOpen: true }, 'next'],
    ['ArrowUp', { isOpen: true }, 'previous'],
    ['Enter', { isOpen: true }, 'take'],
    ['Enter', {}, 'nothing'],
    ['Enter', { isPending: true, isEmpty: false }, 'take'],
    ['Enter', { isPending: true }, 'nothing'],
    ['Escape', { isOpen: true }, 'close'],
    ['Escape', {}, undefined],
    ['Tab', { isOpen: true, isEmpty: false }, 'take'],
    ['Tab', { isOpen: true }, undefined],
    ['ArrowLeft', {}, 'toChips'],
    ['ArrowLeft', { isAtStart: false }, undefined],
    ['Backspace', {}, 'removeLast'],
    ['Backspace', { isEmpty: false }, undefined],
    ['Backspace', { hasChips: false }, undefined],
    ['a', {}, undefined],
  ] as const)
    it(`${key}, ${JSON.stringify(situation)}: ${does ?? 'types'}`, () => {
      assert.equal(targetKeyDoes(key, { ...usual, ...situation }), does);
    });
});

describe('What is pasted', () => {
  for (const [text, looks] of [
    ['{ "text": "Hi" }', true],
    ['\n{"roomId":"a","attachments":[]}', true],
    ['{"message":{"rid":"a","msg":"Hi"}}', true],
    ['{ "name": "text" }', false],
    ['the "text": of it', false],
    ['["text"]', false],
  ] as const)
    it(`${looks ? 'looks' : 'does not look'} like a message: ${JSON.stringify(text)}`, () => {
      assert.equal(looksLikePayload(text), looks);
    });
});

describe('What a composer left', () => {
  it('is read as far as it is what it should be', () => {
    assert.deepEqual(savedState({ account: 'a', draft: 'd', scroll: '9', focus: 'text', else: 1 }), {
      ...{ account: 'a', draft: 'd', focus: 'text' },
    });
  });

  for (const value of [undefined, null, 'a', {}, { account: 'a' }, { account: 1, draft: 'd' }])
    it(`is nothing in ${JSON.stringify(value)}`, () => {
      assert.equal(savedState(value), undefined);
    });
});

describe('A target by its name', () => {
  for (const [entry, label, name] of [
    ['#backend', 'backend', '# backend'],
    ['@ann', '@ann', '@ ann'],
    ['GENERAL', 'general', 'general'],
  ] as const)
    it(`is ${name} of ${entry}`, () => {
      assert.equal(nameOf({ entry, label }), name);
    });

  it('stands in a sentence without a blank', () => {
    assert.equal(roomOf([{ entry: '#backend', label: 'backend' }]), '#backend');
  });
});
