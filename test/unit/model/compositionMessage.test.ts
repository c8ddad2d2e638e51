import assert from 'node:assert/strict';
import { formOf, leftOutOf } from '../../../src/model/compositionMessage';
import { toPayload } from '../../../src/model/compositionPayload';
import { messageFromWire } from '../../../src/model/message';
import type { WireMessage } from '../../../src/api/wire';
import { documentedMessage } from '../../support/documentedMessage';
import { wireMessage } from '../../support/makers/message';

const link = 'https://chat.example.org/channel/general?msg=m0';
const message = (over: Partial<WireMessage>) => messageFromWire(wireMessage('m1', over), 'ann-id');

describe('formOf', () => {
  it('fills the form with what was sent', () => {
    const { alias, avatar, emoji, text, attachments } = documentedMessage;
    const [attachment] = attachments;
    const md = [{ type: 'PARAGRAPH', value: [] }];

    const form = formOf(message({ msg: text, alias, avatar, emoji, attachments: [{ ...attachment, md }] }));

    const { collapsed, ...shown } = attachment;
    assert.equal(collapsed, false);
    assert.deepEqual(toPayload(form), {
      ...{ roomId: 'general', text, alias, avatar, emoji },
      attachments: [shown],
    });
  });

  it('knows the thread, and whether its room shows it', () => {
    const { thread } = formOf(message({ tmid: 'm0', tshow: true }));

    assert.deepEqual(thread, { id: 'm0', label: '', alsoToRoom: true });
  });

  it('takes nobody for an alias', () => {
    assert.equal(formOf(message({})).alias, '');
  });

  it('leaves a quote to the text that made it', () => {
    const quoting = message({
      msg: `[ ](${link}) my answer`,
      attachments: [{ message_link: link, author_name: 'ann', text: 'hello' }],
    });

    assert.deepEqual([formOf(quoting).text, formOf(quoting).attachments], ['my answer', []]);
  });

  it('keeps keys that the form does not know', () => {
    const { attachments } = formOf(message({ attachments: [{ title: 'T', pretext: 'P' }] }));

    assert.deepEqual(
      attachments.map(({ rest }) => JSON.parse(rest) as unknown),
      [{ pretext: 'P' }],
    );
  });
});

describe('leftOutOf', () => {
  it('names quotes and files', () => {
    const mixed = message({
      msg: `[ ](${link}) see`,
      attachments: [
        { message_link: link, author_name: 'ann' },
        { message_link: 'https://elsewhere.example', ts: '2026-03-01T09:00:00.000Z', text: 'mine' },
        { type: 'file', fileId: 'f1', title: 'plan.pdf' },
        { type: 'removed-file', text: 'gone' },
      ],
    });

    assert.deepEqual(leftOutOf(mixed), [
      { kind: 'quote', label: 'ann' },
      { kind: 'file', label: 'plan.pdf' },
      { kind: 'file', label: '' },
    ]);
  });
});
