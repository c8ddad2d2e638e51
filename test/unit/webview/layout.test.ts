import assert from 'node:assert/strict';
import { DayNames } from '../../../src/webview/page/conversation/days';
import { Layout, layOut, type LayoutOptions, type Row } from '../../../src/webview/page/conversation/layout';
import type { MessageView } from '../../../src/webview/protocol/message';
import { atMinute, author, messageView } from '../../support/makers/views';

const options: LayoutOptions = {
  groupingPeriod: 5 * 60_000,
  days: new DayNames('en-GB'),
  now: atMinute(60),
};

/** `+` begins a group, `-` stands in it; what stands between messages by its kind. */
function drawn(messages: readonly MessageView[], over: Partial<LayoutOptions> = {}): string[] {
  return layOut(messages, { ...options, ...over }).map(drawnRow);
}

function drawnRow(row: Row): string {
  if (row.kind !== 'message') return row.kind;
  return `${row.isFirst ? '+' : '-'}${row.view.id}`;
}

describe('layOut', () => {
  const said = (id: string, minute: number, over: Partial<MessageView> = {}) =>
    messageView(id, { sentAt: atMinute(minute), ...over });

  it('puts what one person says within the period under one name', () => {
    assert.deepEqual(drawn([said('a', 0), said('b', 5), said('c', 9)]), ['day', '+a', '-b', '-c']);
  });

  it('says the name again after the period', () => {
    assert.deepEqual(drawn([said('a', 0), said('b', 6)]), ['day', '+a', '+b']);
  });

  const differences: readonly (readonly [string, Partial<MessageView>])[] = [
    ['another person', { author: author('cleo') }],
    ['another alias', { author: author('bob', { name: 'deploy' }) }],
    ['another avatar', { author: author('bob', { avatar: 'avatar:robot' }) }],
    ['another emoji', { author: author('bob', { emoji: ':robot:' }) }],
    ['a message that stands alone', { standsAlone: true }],
    ['a system message', { kind: 'system' }],
    ['a reply that the room shows too', { reply: { thread: 'root', isShownInRoom: true } }],
  ];
  for (const [difference, over] of differences)
    it(`begins a group for ${difference}`, () => {
      assert.deepEqual(drawn([said('a', 0), said('b', 1, over)]), ['day', '+a', '+b']);
    });

  it('begins a group after a system message', () => {
    assert.deepEqual(drawn([said('a', 0, { kind: 'system' }), said('b', 1)]), ['day', '+a', '+b']);
  });

  it('begins a group with each day', () => {
    const midnight = new Date(2026, 2, 3).getTime();
    const late = messageView('a', { sentAt: midnight - 1 });
    const early = messageView('b', { sentAt: midnight });

    assert.deepEqual(drawn([late, early]), ['day', '+a', 'day', '+b']);
  });

  it('begins a group at the unread line', () => {
    assert.deepEqual(drawn([said('a', 0), said('b', 1), said('c', 2)], { firstUnread: 'b' }), [
      'day',
      '+a',
      'unread',
      '+b',
      '-c',
    ]);
  });

  it('parts replies from what they answer', () => {
    const reply = { thread: 'a', isShownInRoom: false };

    assert.deepEqual(
      drawn([said('a', 0), said('b', 1, { reply }), said('c', 2, { reply })], { thread: 'a' }),
      ['day', '+a', 'replies', '+b', '-c'],
    );
  });

  it('draws nothing of nothing', () => {
    assert.deepEqual(drawn([]), []);
  });
});

describe('Layout', () => {
  it('keeps the rows that say what they said before', () => {
    const layout = new Layout();
    const messages = ['a', 'b', 'c'].map((id) => messageView(id));
    const before = layout.next(messages, options);

    const after = layout.next([...messages.slice(0, 2), messageView('c', { text: 'changed' })], options);

    assert.deepEqual(
      after.map((row, at) => row === before[at]),
      [true, true, true, false],
    );
  });
});

describe('DayNames', () => {
  const noon = (date: number) => new Date(2026, 2, date, 12).getTime();
  const names = new DayNames('en-GB');

  const cases: readonly (readonly [number, string])[] = [
    [2, 'Today'],
    [1, 'Yesterday'],
    [-3, 'Wednesday 25 February'],
    [2 - 365, 'Sunday 2 March 2025'],
  ];
  for (const [date, name] of cases)
    it(`calls it ${name}`, () => {
      // Editions of the language's data differ in commas.
      assert.equal(names.name(noon(date), noon(2)).replace(',', ''), name);
    });

  it('speaks the person’s language', () => {
    assert.equal(new DayNames('de').name(noon(1), noon(2)), 'Gestern');
  });
});
