import assert from 'node:assert/strict';
import fc from 'fast-check';
import { payloadFrom, withTarget } from '../../../src/model/payloadFrom';
import { payloadText } from '../../../src/model/payloadText';
import { anyPayload } from '../../support/anyComposition';
import { documentedMessage } from '../../support/documentedMessage';

describe('payloadFrom', () => {
  it('takes the documented example whole, and asks which target is meant', () => {
    const pasted = payloadFrom(JSON.stringify(documentedMessage));

    assert.deepEqual(pasted, { payload: documentedMessage, left: [], ask: 'target' });
  });

  it('takes what was read of the text as well', () => {
    assert.deepEqual(payloadFrom({ text: 'hello' })?.payload, { text: 'hello' });
  });

  it('takes the message of chat.sendMessage by its other names', () => {
    const pasted = payloadFrom({ message: { rid: 'GENERAL', msg: 'hello', tmid: 'm1' }, previewUrls: [] });

    assert.deepEqual(pasted, {
      payload: { roomId: 'GENERAL', text: 'hello', tmid: 'm1', parseUrls: false },
      left: [],
    });
  });

  it('takes such a message without what is around it', () => {
    assert.deepEqual(payloadFrom({ rid: 'GENERAL', msg: 'hello' })?.payload, {
      roomId: 'GENERAL',
      text: 'hello',
    });
  });

  it('takes one attachment and one field for a list of one', () => {
    const pasted = payloadFrom({ attachments: { title: 'A', fields: { title: 'B', value: 'C' } } });

    assert.deepEqual(pasted?.payload, {
      attachments: [{ title: 'A', fields: [{ title: 'B', value: 'C' }] }],
    });
  });

  it('takes the other name of the text of an attachment', () => {
    assert.deepEqual(payloadFrom({ attachments: [{ msg: 'hello' }] })?.payload, {
      attachments: [{ text: 'hello' }],
    });
  });

  it('takes several targets', () => {
    assert.deepEqual(payloadFrom({ channel: ['#general', '@bob'] })?.payload, {
      channel: ['#general', '@bob'],
    });
  });

  it('leaves keys of an attachment as they are that it does not know', () => {
    const attachments = [{ title: 'A', pretext: 'B', actions: [{ type: 'button' }] }];

    assert.deepEqual(payloadFrom({ attachments })?.payload, { attachments });
  });

  it('says which keys it does not know', () => {
    assert.deepEqual(payloadFrom({ text: 'hello', tshow: true, blocks: [{}] })?.left, ['tshow', 'blocks']);
  });

  it('passes over what is empty', () => {
    assert.deepEqual(payloadFrom({ roomId: 'GENERAL', text: null, alias: '', attachments: null }), {
      payload: { roomId: 'GENERAL' },
      left: [],
    });
  });

  it('drops what is of the wrong type, and says so', () => {
    const pasted = payloadFrom({
      text: 5,
      channel: ['#general', 7],
      parseUrls: 'yes',
      customFields: [1],
      attachments: [
        { title: 'A', collapsed: 'no', ts: {}, fields: [{ title: {}, value: 3, wide: true }, 'B'] },
        'C',
      ],
    });

    assert.deepEqual(pasted, {
      payload: {
        channel: ['#general'],
        attachments: [{ title: 'A', fields: [{ title: '', value: '3' }] }],
      },
      left: [
        'text',
        'channel.1',
        'parseUrls',
        'customFields',
        'attachments.0.collapsed',
        'attachments.0.ts',
        'attachments.0.fields.0.title',
        'attachments.0.fields.0.wide',
        'attachments.0.fields.1',
        'attachments.1',
      ],
    });
  });

  it('takes back whatever it gave', () => {
    fc.assert(
      fc.property(anyPayload, (payload) => {
        fc.pre(Object.keys(payload).length > 0);

        assert.deepEqual(payloadFrom(payloadText(payload)), { payload, left: [] });
      }),
    );
  });

  it('copes with any JSON', () => {
    const odd = fc.jsonValue();
    const message = fc.record({ roomId: odd, text: odd, attachments: odd, customFields: odd, message: odd });

    fc.assert(fc.property(message, (value) => void payloadFrom(value)));
  });

  for (const ordinary of [
    'hello',
    '',
    '{',
    '[]',
    '"text"',
    '5',
    'null',
    '{}',
    '{"name":"x"}',
    '{"text":null}',
  ])
    it(`finds no message in ${ordinary || 'nothing'}`, () => {
      assert.equal(payloadFrom(ordinary), undefined);
    });
});

describe('withTarget', () => {
  it('keeps the room by its id', () => {
    assert.deepEqual(withTarget({ roomId: 'r', channel: '#c', text: 'hello' }, 'roomId'), {
      roomId: 'r',
      text: 'hello',
    });
  });

  it('keeps the room by its name', () => {
    assert.deepEqual(withTarget({ roomId: 'r', channel: '#c', text: 'hello' }, 'channel'), {
      channel: '#c',
      text: 'hello',
    });
  });
});
