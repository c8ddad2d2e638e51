import assert from 'node:assert/strict';
import type { CompletionView, FromPage } from '../../../src/webview/protocol/conversation';
import { type AnswerPage, answerPages } from '../../support/page/answerBox';
import { usePages } from '../../support/page/usePages';

type Question = Extract<FromPage, { readonly type: 'complete' }>;

const people: readonly CompletionView[] = [
  { insert: '@bob', label: 'Bob Stone', detail: '@bob', icon: 'account' },
  { insert: '@bobby', label: 'Bobby Fields', detail: '@bobby', icon: 'account' },
];

/** The smallest GIF there is. */
const pixel = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

describe('completion in the answer box', () => {
  const open = answerPages(usePages());

  /** Types, and answers what the page asks of the whole word: slow typing makes it ask of less before. */
  async function typeAndAnswer(
    box: AnswerPage,
    text: string,
    items: readonly CompletionView[],
  ): Promise<Question> {
    await box.type(text);
    const question = await box.opened.told('complete', { query: /[^@#/]*$/.exec(text)?.[0] ?? '' });
    await box.opened.say({ type: 'completions', request: question.request, items });
    return question;
  }

  it('asks for people after @', async () => {
    const box = await open();

    const { kind, query } = await typeAndAnswer(box, '@', []);

    assert.deepEqual([kind, query], ['person', '']);
  });

  it('takes the one that Down and Enter choose, and a blank', async () => {
    const box = await open();
    await typeAndAnswer(box, 'ask @', people);

    await box.press('ArrowDown', 'Enter');

    assert.deepEqual([await box.text(), await box.sent()], ['ask @bobby ', []]);
  });

  it('takes the first one with Tab', async () => {
    const box = await open();
    await typeAndAnswer(box, '#', [{ insert: '#release', label: 'release' }]);

    await box.press('Tab');

    assert.equal(await box.text(), '#release ');
  });

  for (const [typed, insert] of [
    ['/mute @bob', '@bob'],
    ['see #release', '#release'],
    ['/status', '/status'],
  ] as const)
    it(`sends ${typed} by Enter: nothing of it is left to complete`, async () => {
      const box = await open();
      await typeAndAnswer(box, typed, [{ insert, label: insert }, ...people.slice(1)]);

      await box.press('Enter');

      assert.deepEqual([await box.text(), await box.sent()], ['', [{ text: typed }]]);
    });

  it('still takes what is typed to its end with Tab', async () => {
    const box = await open();
    await typeAndAnswer(box, 'ask @bob', people);

    await box.press('Tab');

    assert.deepEqual([await box.text(), await box.sent()], ['ask @bob ', []]);
  });

  it('takes another one with Enter, chosen after the first was typed to its end', async () => {
    const box = await open();
    await typeAndAnswer(box, 'ask @bob', people);

    await box.press('ArrowDown', 'Enter');

    assert.deepEqual([await box.text(), await box.sent()], ['ask @bobby ', []]);
  });

  it('takes the one that is clicked, and the caret stays', async () => {
    const box = await open();
    await typeAndAnswer(box, '/', [{ insert: '/status', label: '/status', detail: 'Set your status' }]);

    await box.opened.page.getByRole('option', { name: '/status' }).click();
    await box.type('away');

    assert.equal(await box.text(), '/status away');
  });

  it('says to a screen reader which one is chosen', async () => {
    const box = await open();
    await typeAndAnswer(box, '@', people);

    await box.press('ArrowDown');

    const chosen = await box.area.getAttribute('aria-activedescendant');
    assert.match((await box.opened.page.locator(`#${chosen ?? ''}`).textContent()) ?? '', /Bobby Fields/);
  });

  it('closes with Escape, and the caret stays', async () => {
    const box = await open();
    await typeAndAnswer(box, '@', people);

    await box.press('Escape');
    await box.type('x');

    assert.deepEqual([await box.opened.page.getByRole('listbox').count(), await box.text()], [0, '@x']);
  });

  it('shows what people look like, once the host has it', async () => {
    const box = await open();
    await typeAndAnswer(box, '@', [{ insert: '@bob', label: 'Bob Stone', image: 'avatar:bob' }]);
    const bytes = Uint8Array.from(atob(pixel), (letter) => letter.charCodeAt(0));

    await box.opened.say({
      ...{ type: 'media', source: 'avatar:bob' },
      media: { state: 'ready', type: 'image/gif', bytes },
    });

    await box.opened.page.getByRole('listbox').locator('img').waitFor();
  });

  it('closes when the caret goes elsewhere', async () => {
    const box = await open();
    await typeAndAnswer(box, 'ask @', people);

    await box.press('Home');

    await box.opened.page.getByRole('listbox').waitFor({ state: 'detached' });
  });

  it('completes emoji by itself', async () => {
    const box = await open();
    const emoji = [{ names: ['rocket'], unicode: '🚀', category: 'travel' }];
    await box.opened.say({ type: 'emoji', emoji });

    await box.type('go :ro');
    await box.press('Enter');

    assert.equal(await box.text(), 'go :rocket: ');
  });

  it('can be undone', async () => {
    const box = await open();
    await typeAndAnswer(box, 'ask @', people);
    await box.press('Enter');

    await box.press('Control+z');

    assert.equal(await box.text(), 'ask @');
  });

  it('stays inside a narrow page', async () => {
    const box = await open({}, { width: 240 });
    const long = {
      insert: '@a',
      label: 'A very long name that never ends '.repeat(4),
      detail: '@a'.repeat(60),
    };
    await typeAndAnswer(box, '@', [long]);

    const list = await box.opened.page.getByRole('listbox').boundingBox();

    assert.deepEqual([list && list.x >= 0, list && list.x + list.width <= 240], [true, true]);
  });
});
