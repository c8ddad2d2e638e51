import assert from 'node:assert/strict';
import { isIdleDraft } from '../../../src/model/compositionIdle';
import { formOf } from '../../../src/model/compositionMessage';
import { sessionWith } from '../../support/fakeSession';
import { message } from '../../support/makers/message';

describe('The draft of an edit', () => {
  const { session } = sessionWith({});
  const sent = message('m1');
  const edits = { room: sent.room, message: sent.id };
  const form = formOf(sent);
  before(() => session.messages.merge([sent]));
  after(() => session.dispose());

  it('is missed by nobody where it says what the message says', () => {
    assert.equal(isIdleDraft(session, { form, files: [], edits }), true);
  });

  it('is missed where it says something else', () => {
    const changed = { ...form, text: `${form.text}!` };

    assert.equal(isIdleDraft(session, { form: changed, files: [], edits }), false);
  });

  it('is missed where nobody knows what the message says', () => {
    const unknown = { ...edits, message: message('m2').id };

    assert.equal(isIdleDraft(session, { form, files: [], edits: unknown }), false);
  });
});
