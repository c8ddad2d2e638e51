import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  emptyAttachment,
  emptyComposition,
  type AttachmentForm,
  type Composition,
} from '../../../src/model/composition';
import { fromPayload, toPayload } from '../../../src/model/compositionPayload';
import type { Payload } from '../../../src/model/payload';
import { anyForm, anyPayload } from '../../support/anyComposition';
import { documentedMessage } from '../../support/documentedMessage';

const form = (over: Partial<Composition>): Composition => ({ ...emptyComposition, ...over });
const to = (...entries: string[]) => form({ targets: entries.map((entry) => ({ entry, label: entry })) });
const attached = (over: Partial<AttachmentForm>) =>
  form({ attachments: [{ ...emptyAttachment('a'), ...over }] });

describe('toPayload', () => {
  const cases: readonly [string, Composition, Payload][] = [
    ['leaves out all that is empty', emptyComposition, {}],
    ['names a room by its id', to('GENERAL'), { roomId: 'GENERAL' }],
    ['names several rooms by their ids', to('GENERAL', 'r2'), { roomId: ['GENERAL', 'r2'] }],
    ['names a channel', to('#general'), { channel: '#general' }],
    ['names people and rooms', to('@bob', 'r2'), { channel: ['@bob', 'r2'] }],
    ['names each target once', to('@bob', ' @bob'), { channel: '@bob' }],
    [
      'names a thread by its room',
      form({ targets: to('r1').targets, thread: { id: 'm1', label: 'Hi', alsoToRoom: true } }),
      { roomId: 'r1', tmid: 'm1' },
    ],
    ['gives an emoji its colons', form({ emoji: 'smirk' }), { emoji: ':smirk:' }],
    ['reads custom fields', form({ customFields: '{"a": 1}' }), { customFields: { a: 1 } }],
    ['leaves out what is no JSON', form({ customFields: '{"a": ' }), {}],
    ['says that links get no preview', form({ parseUrls: false }), { parseUrls: false }],
    ['leaves out an attachment that says nothing', attached({ collapsed: true }), {}],
    ['leaves out a row of the table that says nothing', attached({ fields: [row('', ' ')] }), {}],
    [
      'keeps a row that lacks one half',
      attached({ fields: [row('A', '')] }),
      attachment('fields', [{ title: 'A', value: '' }]),
    ],
    ['takes a color as it is', attached({ color: 'good' }), attachment('color', 'good')],
    ['merges what the form does not know', attached({ rest: '{"pretext":"P"}' }), attachment('pretext', 'P')],
    [
      'lets the form win over what was pasted beside it',
      attached({ title: 'mine', rest: '{"title":"theirs"}' }),
      attachment('title', 'mine'),
    ],
  ];

  for (const [what, given, expected] of cases)
    it(what, () => {
      assert.deepEqual(toPayload(given), expected);
    });
});

describe('fromPayload', () => {
  it('fills the form from the documented example', () => {
    const { roomId, ...others } = documentedMessage;

    const filled = fromPayload(others);

    assert.equal(roomId, 'Xnb2kLD2Pnhdwe3RH');
    assert.deepEqual(filled.targets, [{ entry: '#general', label: 'general' }]);
    assert.deepEqual(toPayload(filled), {
      ...others,
      // False is as good as nothing.
      attachments: [withoutFalse(others.attachments[0])],
    });
  });

  it('answers in one thread alone', () => {
    const { targets, thread } = fromPayload({ roomId: ['r1', 'r2'], tmid: 'm1' });

    assert.deepEqual(targets, [{ entry: 'r1', label: 'r1' }]);
    assert.deepEqual(thread, { id: 'm1', label: '', alsoToRoom: false });
  });

  it('tells the cards of two attachments apart', () => {
    const { attachments } = fromPayload({ attachments: [{ text: 'a' }, { text: 'a' }] });

    assert.equal(new Set(attachments.map(({ id }) => id)).size, 2);
  });
});

/**
 * Normal is: text, single lines and addresses without white space around them; an emoji between colons; each target
 * once, several in a list, by `roomId` where none has a sign, and one alone beside a thread; times in ISO 8601, UTC, to
 * the thousandth; what is false, empty or blank is left out, where an attachment with nothing but flags is empty and a
 * table's row without title and value is, too; `parseUrls` stays as it is. A form has beyond that: labels that follow
 * from the entries, ids that are any, a thread that is not shown in the room, JSON indented by two.
 */
describe('Payload and form', () => {
  it('says the same after having been a form', () => {
    fc.assert(
      fc.property(anyPayload, (payload) => {
        assert.deepEqual(toPayload(fromPayload(payload)), payload);
      }),
    );
  });

  it('is the same form after having been a payload', () => {
    fc.assert(
      fc.property(anyForm, (typed) => {
        const normal = fromPayload(toPayload(typed));

        assert.deepEqual(withoutIds(fromPayload(toPayload(normal))), withoutIds(normal));
        assert.deepEqual(toPayload(normal), toPayload(typed));
      }),
    );
  });
});

function row(title: string, value: string) {
  return { title, value, short: false };
}

function attachment(key: string, value: unknown): Payload {
  return { attachments: [{ [key]: value }] };
}

function withoutFalse(record: object): object {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== false));
}

function withoutIds(typed: Composition): Composition {
  return { ...typed, attachments: typed.attachments.map((one) => ({ ...one, id: '' })) };
}
