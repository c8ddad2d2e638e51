import assert from 'node:assert/strict';
import { type Sources, Suggestions } from '../../../src/webview/page/answer/suggestions';
import { EmojiIndex } from '../../../src/webview/page/shared/emoji';
import type { CompletionView } from '../../../src/webview/protocol/conversation';
import { FakeClock } from '../../support/fakeClock';
import { afterOf } from '../../support/page/afterOf';

const item = (insert: string): CompletionView => ({ insert, label: insert });

function subject() {
  const clock = new FakeClock();
  const asked: Parameters<Sources['ask']>[] = [];
  const emoji = new EmojiIndex([{ names: ['smile', 'happy'], unicode: '😄', category: 'people' }]);
  const host = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  };
  const suggestions = new Suggestions(host, {
    after: afterOf(clock),
    emoji: () => emoji,
    ask: (...question) => asked.push(question),
  });
  const type = async (text: string) => {
    suggestions.look(text, text.length);
    await clock.advance(80);
    return asked.at(-1)?.[0] ?? 0;
  };
  return { clock, asked, suggestions, type };
}

describe('Suggestions', () => {
  it('asks once for letters that were typed quickly', async () => {
    const { clock, asked, suggestions } = subject();

    for (const text of ['@', '@a', '@an']) suggestions.look(text, text.length);
    await clock.advance(80);

    assert.deepEqual(
      asked.map(([, kind, query]) => [kind, query]),
      [['person', 'an']],
    );
  });

  it('takes no answer to a former question', async () => {
    const { suggestions, type } = subject();
    const former = await type('@a');
    await type('@b');

    suggestions.take(former, [item('@ann')]);

    assert.equal(suggestions.isOpen, false);
  });

  it('knows the first of them when it is typed to its end, until another is chosen', async () => {
    const { suggestions, type } = subject();
    const said: boolean[] = [];
    for (const text of ['@ann', '@an']) {
      suggestions.take(await type(text), [item('@ann'), item('@anna')]);
      said.push(suggestions.isTyped(text));
    }
    await type('@ann');

    suggestions.move(1);

    assert.deepEqual([...said, suggestions.isTyped('@ann')], [true, false, false]);
  });

  it('takes a second answer to the same question, and keeps what was chosen', async () => {
    const { suggestions, type } = subject();
    const request = await type('@a');
    suggestions.take(request, [item('@ann'), item('@amy')]);
    suggestions.move(1);

    suggestions.take(request, [item('@abe'), item('@ann'), item('@amy')]);

    assert.equal(suggestions.chosen?.insert, '@amy');
  });

  it('lets go of what fits no more before the answer is there', async () => {
    const { suggestions, type } = subject();
    suggestions.take(await type('@j'), [item('@jack'), item('@john')]);

    suggestions.look('@jo', 3);

    assert.deepEqual(
      suggestions.items.map(({ insert }) => insert),
      ['@john'],
    );
  });

  it('stays closed for a word after it was closed', async () => {
    const { suggestions, type } = subject();
    suggestions.take(await type('@j'), [item('@jack')]);

    suggestions.dismiss();
    suggestions.take(await type('@ja'), [item('@jack')]);

    assert.equal(suggestions.isOpen, false);
  });

  it('opens again for another word', async () => {
    const { suggestions, type } = subject();
    suggestions.take(await type('@j'), [item('@jack')]);
    suggestions.dismiss();
    await type('@j ');

    suggestions.take(await type('@j @j'), [item('@jack')]);

    assert.equal(suggestions.isOpen, true);
  });

  it('goes round from the last to the first', async () => {
    const { suggestions, type } = subject();
    suggestions.take(await type('@a'), [item('@ann'), item('@amy')]);

    suggestions.move(-1);

    assert.equal(suggestions.chosen?.insert, '@amy');
  });

  it('closes when the caret goes elsewhere', async () => {
    const { suggestions, type } = subject();
    suggestions.take(await type('hi @a'), [item('@ann')]);

    suggestions.lookAgain('hi @a', 1);

    assert.equal(suggestions.isOpen, false);
  });

  it('knows emoji by itself', () => {
    const { suggestions, asked } = subject();

    suggestions.look(':smi', 4);

    assert.deepEqual([suggestions.chosen?.insert, asked], [':smile:', []]);
  });
});
