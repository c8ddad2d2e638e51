import assert from 'node:assert/strict';
import { afterArrival, isOnItsWay } from '../../../src/model/compositionArrival';
import type { CompositionDraft } from '../../../src/model/compositionDrafts';
import { messageId } from '../../../src/model/message';
import { roomId } from '../../../src/model/room';
import type { Session } from '../../../src/model/session';
import { composition } from '../../support/makers/composition';

const [m1, m2] = [messageId('m1'), messageId('m2')];
const file = { id: 'f1', name: 'a.png', type: 'image/png', size: 3, description: '' };
const toA = { entry: '#a', room: roomId('a'), message: m1, files: [] };
const toB = { entry: '#b', room: roomId('b'), message: m2, files: [] };

function draft(over: Partial<CompositionDraft> = {}): CompositionDraft {
  const targets = [{ entry: '#a', label: 'a' }];
  return { form: composition({ text: 'Hello', targets }), files: [], sent: [toA], ...over };
}

describe('A draft whose message has arrived', () => {
  it('is done', () => {
    assert.equal(afterArrival(draft(), m1), 'done');
  });

  it('stays where that was the message of another one', () => {
    assert.equal(afterArrival(draft(), m2), undefined);
  });

  it('stays while files of it have not', () => {
    assert.equal(afterArrival(draft({ files: [file] }), m1), undefined);
  });

  it('goes on to its other targets', () => {
    const targets = [
      { entry: '#a', label: 'a' },
      { entry: '#b', label: 'b' },
    ];
    const both = draft({ form: composition({ text: 'Hello', targets }), sent: [toA, toB] });

    const left = afterArrival(both, m1);

    assert.ok(left !== undefined && left !== 'done');
    assert.deepEqual([left.form.targets.map(({ entry }) => entry), left.sent], [['#b'], [toB]]);
  });
});

describe('A draft that is on its way', () => {
  for (const [what, states, isUnderWay] of [
    ['waits for the server', ['waiting'], true],
    ['is none where one target has refused', ['waiting', 'failed'], false],
    ['is none where nothing waits', [], false],
  ] as const)
    it(what, () => {
      const entries = new Map(states.map((state, at) => [[m1, m2][at], { state }]));
      // All that is asked of what is being sent.
      const sending = { get: (id) => entries.get(id) } as Pick<Session['sending'], 'get'>;

      assert.equal(isOnItsWay(sending, draft({ sent: [toA, toB] })), isUnderWay);
    });
});
