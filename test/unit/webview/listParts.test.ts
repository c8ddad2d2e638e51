import assert from 'node:assert/strict';
import { gridOf, step } from '../../../src/webview/page/shared/emojiGrid';
import { JumpState, type Sight } from '../../../src/webview/page/conversation/jumpState';
import { intentOf, type Key } from '../../../src/webview/page/conversation/keys';
import { MessageWindow } from '../../../src/webview/page/conversation/messageWindow';
import { survivor } from '../../../src/webview/page/conversation/roving';
import { savedState } from '../../../src/webview/page/conversation/savedState';
import { EmojiIndex } from '../../../src/webview/page/shared/emoji';
import type { Action, MessageView } from '../../../src/webview/protocol/message';
import { messagesView, messageView } from '../../support/makers/views';

describe('intentOf', () => {
  const key = (name: string, over: Partial<Key> = {}): Key => ({
    key: name,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...over,
  });
  const offering = (...offers: Action[]) => messageView('m', { offers });

  const acts: readonly (readonly [string, Action])[] = [
    ['r', 'reply'],
    ['Enter', 'reply'],
    ['e', 'edit'],
    ['q', 'quote'],
    ['s', 'star'],
    ['s', 'unstar'],
    ['p', 'pin'],
    ['p', 'unpin'],
    ['Delete', 'delete'],
    ['c', 'copyText'],
    ['C', 'copyText'],
  ];
  for (const [name, action] of acts)
    it(`means ${action} by ${name}`, () => {
      assert.deepEqual(intentOf(key(name), offering(action)), { kind: 'act', action });
    });

  it('means a reaction by a plus, Shift held or not', () => {
    for (const shiftKey of [true, false])
      assert.deepEqual(intentOf(key('+', { shiftKey }), offering('react')), { kind: 'react' });
  });

  it('means nothing that is not offered', () => {
    assert.equal(intentOf(key('e'), offering('reply')), undefined);
  });

  it('leaves combinations to others', () => {
    for (const held of ['ctrlKey', 'metaKey', 'altKey'])
      assert.equal(intentOf(key('c', { [held]: true }), offering('copyText')), undefined);
  });

  it('opens a thread rather than a reply', () => {
    const thread = { replies: 1, isUnread: false, isFollowed: false };

    assert.deepEqual(intentOf(key('Enter'), messageView('m', { thread })), { kind: 'openThread' });
  });

  it('takes no name of a built-in thing for a key', () => {
    assert.equal(intentOf(key('constructor'), offering('reply')), undefined);
  });
});

describe('MessageWindow', () => {
  const [a, b, c, d] = [messageView('a'), messageView('b'), messageView('c'), messageView('d')];
  const change = (ids: readonly string[], ...changed: MessageView[]) => ({
    ...messagesView(changed),
    ids,
    isFresh: false,
  });

  it('keeps what it has, changes what is said, and forgets the rest', () => {
    const window = new MessageWindow();
    window.take(messagesView([a, b]));
    const changed = messageView('b', { text: 'changed' });

    window.take(change(['b', 'c'], changed, c));

    assert.deepEqual(window.messages, [changed, c]);
  });

  it('tells what arrived at the end', () => {
    const window = new MessageWindow();
    window.take(messagesView([b, c]));

    assert.deepEqual(window.take(change(['a', 'b', 'c', 'd'], a, d)), [d]);
  });

  it('tells what arrived above what the server does not have', () => {
    const mine = messageView('mine', { delivery: { state: 'failed' } });
    const arrived = messageView('mine');
    const window = new MessageWindow();
    window.take(messagesView([a, mine]));

    const news = [
      window.take(change(['a', 'b', 'mine'], b)),
      window.take(change(['a', 'b', 'mine'], arrived)),
      window.take(change(['a', 'b', 'mine', 'c'], c)),
    ];

    assert.deepEqual(news, [[b], [], [c]]);
  });

  it('takes nothing for news that was only loaded, up to the present', () => {
    const window = new MessageWindow();
    window.take({ ...messagesView([a]), hasNewer: true });

    const taken = [
      window.take({ ...change(['a', 'b'], b), hasNewer: true }),
      window.take(change(['a', 'b', 'c'], c)),
      window.take(change(['a', 'b', 'c', 'd'], d)),
    ];

    assert.deepEqual(taken, [[], [], [d]]);
  });

  it('takes nothing for news that is there for the first time, or anew', () => {
    const window = new MessageWindow();

    assert.deepEqual(window.take(messagesView([a])), []);
    assert.deepEqual(window.take(messagesView([a, b])), []);
  });

  it('leaves out what was never said', () => {
    const window = new MessageWindow();

    window.take(change(['a', 'missing'], a));

    assert.deepEqual(window.messages, [a]);
  });
});

describe('survivor', () => {
  const cases: readonly (readonly [string | undefined, string, string, string | undefined])[] = [
    ['b', 'a b c', 'a b c', 'b'],
    ['b', 'a b c', 'a c', 'c'],
    ['c', 'a b c', 'a b', 'b'],
    ['b', 'a b c', 'x y', undefined],
    [undefined, 'a b', 'a b', 'b'],
  ];
  for (const [id, former, now, left] of cases)
    it(`goes from ${id ?? 'nothing'} of ${former} to ${left ?? 'nothing'} of ${now}`, () => {
      assert.equal(survivor(id, former.split(' '), now.split(' ')), left);
    });
});

describe('JumpState', () => {
  const sight = (over: Partial<Sight>): Sight => ({
    height: 500,
    untilEnd: 0,
    hasOlder: false,
    hasNewer: false,
    unread: 7,
    ...over,
  });

  it('leads to another unread line, though the former one was on screen', () => {
    const state = new JumpState();
    state.see(sight({ line: 100, unreadFrom: 'a' }));

    const led = ['a', 'b', 'b'].map((unreadFrom) => state.see(sight({ line: -100, unreadFrom })).unread);

    assert.deepEqual(led, [0, 7, 7]);
  });

  it('leads to the unread line while it is above', () => {
    assert.equal(new JumpState().see(sight({ line: -100 })).unread, 7);
  });

  it('does not lead back to a line that was on screen', () => {
    const state = new JumpState();
    state.see(sight({ line: 100 }));

    assert.equal(state.see(sight({ line: -100 })).unread, 0);
  });

  it('takes a line that is not in the page for one above, where there is more above', () => {
    assert.equal(new JumpState().see(sight({ hasOlder: true })).unread, 7);
    assert.equal(new JumpState().see(sight({ hasOlder: false })).unread, 0);
  });

  it('counts what arrived until the end is on screen', () => {
    const state = new JumpState();
    state.note(3);

    const counts = [900, 0, 900].map((untilEnd) => state.see(sight({ untilEnd })).arrived);

    assert.deepEqual(counts, [3, 0, 0]);
  });
});

describe('savedState', () => {
  it('reads what it was', () => {
    const state = {
      account: 'ann',
      place: { room: 'r', thread: 't' },
      anchor: { message: 'm', offset: -3.5 },
    };

    assert.deepEqual(savedState(JSON.parse(JSON.stringify(state))), state);
  });

  for (const value of [undefined, null, 3, 'x', {}, { place: 3 }, { place: { room: 3 } }])
    it(`knows nothing from ${JSON.stringify(value)}`, () => {
      assert.equal(savedState(value), undefined);
    });

  it('leaves out what is not as it should be', () => {
    const value = { place: { room: 'r', thread: 3 }, anchor: { message: 'm' }, account: {} };

    assert.deepEqual(savedState(value), { place: { room: 'r' } });
  });
});

describe('The grid of emoji', () => {
  const emoji = (name: string, category = 'people') => ({ names: [name], unicode: name, category });
  const many = Array.from({ length: 9 }, (_, at) => emoji(`e${at}`));
  const index = new EmojiIndex([...many, emoji('flag', 'flags')]);
  index.recent = ['flag', 'gone'];

  it('shows recent ones before those of a category', () => {
    const { rows } = gridOf(index, { query: '', category: 'people' });

    assert.deepEqual(
      rows.map((row) => row.map(({ names }) => names[0]).join(' ')),
      ['flag', 'e0 e1 e2 e3 e4 e5 e6', 'e7 e8'],
    );
  });

  it('shows only what is searched', () => {
    const { rows } = gridOf(index, { query: 'fla', category: 'people' });

    assert.deepEqual(
      rows.map((row) => row.map(({ names }) => names[0])),
      [['flag']],
    );
  });

  const { rows } = gridOf(index, { query: '', category: 'people' });
  const steps: readonly (readonly [string, number, number, string, string])[] = [
    ['to the next', 1, 0, 'ArrowRight', '1,1'],
    ['over the end of a row', 1, 6, 'ArrowRight', '2,0'],
    ['over its beginning', 2, 0, 'ArrowLeft', '1,6'],
    ['down into a shorter row', 1, 5, 'ArrowDown', '2,1'],
    ['not past the last', 2, 1, 'ArrowRight', '2,1'],
    ['to the end of the row', 1, 0, 'End', '1,6'],
    ['to its beginning', 1, 4, 'Home', '1,0'],
    ['out at the top', 0, 0, 'ArrowUp', 'out'],
  ];
  for (const [way, row, column, key, to] of steps)
    it(`goes ${way}`, () => {
      const cell = step(rows, { row, column }, key);

      assert.equal(cell ? `${cell.row},${cell.column}` : 'out', to);
    });
});
