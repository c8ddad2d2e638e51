import assert from 'node:assert/strict';
import { Labels } from '../../../src/webview/page/conversation/labels';
import type { MessageView } from '../../../src/webview/protocol/message';
import { messageView } from '../../support/makers/views';
import { englishWords } from '../../support/page/words';

describe('Labels', () => {
  const labels = new Labels(englishWords().list, { locale: 'en-GB', hourCycle: 'h23' });
  const label = (over: Partial<MessageView>) => labels.message(messageView('m', { text: 'Hi', ...over }));

  it('says who, when and what', () => {
    assert.match(label({}), /^bob, \d\d:00, Hi$/);
  });

  const states: readonly (readonly [string, Partial<MessageView>])[] = [
    ['mentions you', { mentionsMe: true }],
    ['edited', { edited: { at: 0 } }],
    ['pinned', { pinned: {} }],
    ['starred', { isStarred: true }],
    ['sending', { delivery: { state: 'sending' } }],
    ['not sent: No answer.', { delivery: { state: 'failed', reason: 'No answer.' } }],
    ['1 reaction', { reactions: [{ name: ':tada:', people: ['ann'], isMine: true }] }],
    ['2 replies, unread', { thread: { replies: 2, isUnread: true, isFollowed: false } }],
  ];
  for (const [said, over] of states)
    it(`says “${said}”`, () => {
      assert.ok(label(over).endsWith(`Hi, ${said}`), label(over));
    });

  const unsaid: readonly (readonly [string, Partial<MessageView>])[] = [
    ['This message was deleted.', { kind: 'deleted', text: '' }],
    ['Message from a person you ignore', { isIgnored: true }],
  ];
  for (const [said, over] of unsaid)
    it(`says “${said}” and nothing of its text`, () => {
      assert.ok(label(over).endsWith(`:00, ${said}`), label(over));
    });

  it('says what the room says of somebody who is ignored, as it is shown', () => {
    assert.ok(label({ kind: 'system', text: 'has joined', isIgnored: true }).endsWith(', has joined'));
  });

  it('reads no marks of emphasis, code and links', () => {
    const text = '*No*, see [the _issue_](https://example.org) about `tenant_id`';

    assert.ok(label({ text }).endsWith('No, see the issue about tenant_id'));
  });

  it('names a file where there is no text', () => {
    assert.ok(label({ text: '', files: [{ id: 'f', name: 'log.txt' }] }).endsWith(', log.txt'));
  });

  it('stops reading after a while', () => {
    assert.ok(label({ text: 'x'.repeat(5000) }).length < 600);
  });

  it('comes through hostile text', () => {
    for (const text of ['[('.repeat(50_000), '_'.repeat(100_000), ' '.repeat(100_000)])
      assert.ok(label({ text }).length < 1000);
  });
});
