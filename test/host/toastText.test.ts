import assert from 'node:assert/strict';
import type { OneMessage } from '../../src/model/toastContent';
import { toastText } from '../../src/views/toastText';
import { notice } from '../support/makers/notice';
import { room } from '../support/makers/room';

describe('toastText', () => {
  const one = (over: Partial<OneMessage>): OneMessage => ({
    kind: 'message',
    notice: notice('m'),
    sender: 'ann',
    place: '#api',
    text: 'done',
    room: room('api'),
    ...over,
  });

  const texts: readonly (readonly [Partial<OneMessage>, string])[] = [
    [{}, 'ann in #api: done'],
    [{ kind: 'direct', place: undefined }, 'ann: done'],
    [{ kind: 'answer' }, 'ann answered in #api: done'],
    [{ kind: 'answer', place: undefined }, 'ann answered: done'],
    [{ text: undefined }, 'ann in #api: encrypted message'],
    [{ text: '' }, 'ann in #api: message without text'],
  ];
  for (const [over, text] of texts)
    it(`says "${text}"`, () => {
      assert.equal(toastText(one(over)), text);
    });

  it('counts several', () => {
    const target = { room: room('api').id };
    const inRoom = { kind: 'room', count: 3, place: '#api', isDirect: false, target } as const;

    assert.deepEqual(
      [
        toastText(inRoom),
        toastText({ ...inRoom, place: 'Ann Lee', isDirect: true }),
        toastText({ kind: 'rooms', count: 7, rooms: 3 }),
      ],
      ['3 new messages in #api', '3 new messages from Ann Lee', '7 new messages in 3 rooms'],
    );
  });
});
