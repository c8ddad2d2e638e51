import assert from 'node:assert/strict';
import { nothing } from 'lit';
import { timeTemplate } from '../../../src/webview/page/message/attachmentAuthor';
import { setup } from '../../support/makers/views';

describe('timeTemplate', () => {
  // It looks at nothing else.
  const scope = { context: { setup: setup() } } as Parameters<typeof timeTemplate>[1];

  for (const ts of ['yesterday', '', '9'.repeat(30)])
    it(`says nothing of “${ts}”, which is no time`, () => {
      assert.equal(timeTemplate({ ts }, scope), nothing);
    });

  it('says when it was', () => {
    assert.notEqual(timeTemplate({ ts: '1772442000000' }, scope), nothing);
  });
});
