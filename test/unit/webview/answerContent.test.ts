import assert from 'node:assert/strict';
import { Content } from '../../../src/webview/page/answer/content';
import type { Draft, FromPage, Place, QuoteView } from '../../../src/webview/protocol/conversation';
import { FakeClock } from '../../support/fakeClock';
import { afterOf } from '../../support/page/afterOf';

const general: Place = { room: 'GENERAL' };
const quote: QuoteView = { id: 'q', author: 'ann', text: 'A question' };

function subject(kept: Draft = { text: '' }) {
  const clock = new FakeClock();
  const told: FromPage[] = [];
  const holder = {
    place: general,
    tell: (message: FromPage) => void told.push(message),
    showContent: () => undefined,
  };
  const content = new Content(holder, afterOf(clock));
  content.take(kept);
  return { clock, content, told, holder };
}

const drafts = (told: readonly FromPage[]) =>
  told.flatMap((message) => (message.type === 'draft' ? [message.draft.text] : []));
const typings = (told: readonly FromPage[]) =>
  told.flatMap((message) => (message.type === 'typing' ? [message.isTyping] : []));

const sent = (told: readonly FromPage[]) => told.find((message) => message.type === 'send')?.draft;

describe('Content', () => {
  it('tells the draft 300 ms after the first key, as it is then', async () => {
    const { clock, content, told } = subject();

    content.typed('h');
    await clock.advance(200);
    content.typed('he');
    await clock.advance(100);

    assert.deepEqual(drafts(told), ['he']);
  });

  it('tells the draft of the place that is left, at once', () => {
    const { content, told, holder } = subject();
    content.typed('hello');

    holder.place = { room: 'other' };
    content.begin();

    assert.deepEqual(
      told.find(({ type }) => type === 'draft'),
      { type: 'draft', place: general, draft: { text: 'hello' } },
    );
  });

  it('keeps keys that were faster than what was kept', () => {
    const { content } = subject();
    content.begin();
    content.typed('new');

    content.take({ text: 'old' });

    assert.equal(content.draft.text, 'old\n\nnew');
  });

  it('goes on with an edit that was faster than what was kept, which is there again after it', () => {
    const { content } = subject();
    content.begin();
    content.edit('m1', 'as it was');

    content.take({ text: 'half', quotes: [quote] });
    const during = content.draft;
    content.endEdit();

    assert.deepEqual([during.text, during.edits], ['as it was', 'm1']);
    assert.deepEqual(content.draft, { text: 'half', quotes: [quote] });
  });

  it('goes on with the edit that was kept where the same one is asked for', () => {
    const { content } = subject();
    content.begin();
    content.edit('m1', 'as it was');

    content.take({ text: 'half changed', edits: 'm1' });

    assert.deepEqual(content.draft, { text: 'half changed', edits: 'm1' });
  });

  it('tells nothing before what was kept is there: it would be taken for all of it', async () => {
    const { clock, content, told } = subject();
    content.begin();

    content.typed('new');
    await clock.advance(1_000);

    assert.deepEqual(drafts(told), []);
  });

  it('keeps its text where keys are newer than what comes once more', () => {
    const { content } = subject();
    content.typed('newer');

    content.take({ text: 'new' });

    assert.equal(content.draft.text, 'newer');
  });

  it('does not tell another account what was written in the former', () => {
    const { content, told } = subject();
    content.typed('a secret');

    content.beginElsewhere();

    assert.deepEqual([drafts(told), content.draft.text], [[], '']);
  });

  it('tells of typing once, again while it goes on, and of its end', async () => {
    const { clock, content, told } = subject();

    for (const text of ['a', 'ab', 'abc']) {
      content.typed(text);
      await clock.advance(3_000);
    }
    await clock.advance(4_000);

    assert.deepEqual(typings(told), [true, true, false]);
  });

  it('says that typing has ended when the text is gone', () => {
    const { content, told } = subject();
    content.typed('a');

    content.typed('');

    assert.deepEqual(typings(told), [true, false]);
  });

  it('is empty after sending, and says so at once', () => {
    const { content, told } = subject({ text: 'hi', quotes: [quote] });

    content.send(true);

    assert.deepEqual(told, [
      {
        type: 'send',
        place: general,
        draft: { text: 'hi', quotes: [quote] },
        alsoToRoom: true,
      },
      { type: 'draft', place: general, draft: { text: '' } },
    ]);
  });

  it('puts back what was there before an edit that was cancelled', () => {
    const { content } = subject({ text: 'half a thought', quotes: [quote] });
    content.edit('m1', 'as it was');
    content.typed('as it will be');

    content.endEdit();

    assert.deepEqual(content.draft, { text: 'half a thought', quotes: [quote] });
  });

  it('edits the lines of a message as a text area has them', () => {
    const { content } = subject();

    content.edit('m1', 'one\r\ntwo\rthree');

    assert.equal(content.draft.text, 'one\ntwo\nthree');
  });

  it('puts it back after an edit that was sent', () => {
    const { content, told } = subject({ text: 'half a thought' });
    content.edit('m1', 'as it was');
    content.typed('as it will be');

    content.send(undefined);

    assert.deepEqual(
      [sent(told), content.draft],
      [{ text: 'as it will be', edits: 'm1' }, { text: 'half a thought' }],
    );
  });

  it('keeps what was there when another message is edited instead', () => {
    const { content } = subject({ text: 'half a thought' });
    content.edit('m1', 'one');

    content.edit('m2', 'two');
    content.endEdit();

    assert.equal(content.draft.text, 'half a thought');
  });

  it('goes on with an edit that is asked for again', () => {
    const { content } = subject();
    content.edit('m1', 'as it was');
    content.typed('as it will be');

    content.edit('m1', 'as it was');

    assert.equal(content.draft.text, 'as it will be');
  });

  it('asks to delete a message whose text was taken away', () => {
    const { content, told } = subject();
    content.edit('m1', 'as it was');
    content.typed(' ');

    content.send(undefined);

    assert.deepEqual(
      told.find(({ type }) => type === 'action' || type === 'send'),
      { type: 'action', action: 'delete', message: 'm1' },
    );
  });

  it('puts what was refused before what was typed since', () => {
    const { content } = subject({ text: 'second' });

    content.refuse({ text: 'first', quotes: [quote] });

    assert.deepEqual(content.draft, { text: 'first\n\nsecond', quotes: [quote] });
  });

  it('takes up an edit that was refused', () => {
    const { content } = subject({ text: 'second' });

    content.refuse({ text: 'edited', edits: 'm1' });

    assert.deepEqual(content.draft, { text: 'edited', edits: 'm1', before: { text: 'second' } });
  });

  it('keeps what was refused until the edit that goes on has ended', () => {
    const { content } = subject({ text: 'second' });
    content.edit('m1', 'one');

    content.refuse({ text: 'first' });

    assert.deepEqual(content.draft, { text: 'one', edits: 'm1', before: { text: 'first\n\nsecond' } });
  });

  it('quotes a message once', () => {
    const { content } = subject();

    content.quote(quote);
    content.quote(quote);

    assert.deepEqual(content.draft.quotes, [quote]);
  });

  it('quotes a message no more', () => {
    const { content } = subject({ text: 'hi', quotes: [quote] });

    content.unquote('q');

    assert.deepEqual(content.draft.quotes, []);
  });
});
