import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { attachmentForm } from '../../support/makers/composition';
import { type CardsPage, openCards } from '../../support/page/attachmentCards';
import { usePages } from '../../support/page/usePages';

const three = ['one', 'two', 'three'].map((title) => attachmentForm({ id: title, title }));

describe('The order of attachments', () => {
  const openPage = usePages();

  it('changes by keyboard, in a header and in a line of text', async () => {
    const cards = await openCards(openPage, { attachments: three });

    await cards.button('Duplicate', cards.card(1)).focus();
    await cards.page.keyboard.press('Alt+ArrowDown');
    const byHeader = await cards.titles();
    await cards.field('Title', cards.card(3)).focus();
    await cards.page.keyboard.press('Alt+ArrowUp');

    assert.deepEqual(byHeader, ['two', 'one', 'three']);
    assert.deepEqual(await cards.titles(), ['two', 'three', 'one']);
  });

  it('changes by its buttons, and says so', async () => {
    const cards = await openCards(openPage, { attachments: three });

    await cards.button('Move Down', cards.card(1)).click();

    assert.deepEqual(await cards.titles(), ['two', 'one', 'three']);
    assert.equal(await cards.said(), 'Moved to 2 of 3');
  });

  it('keeps the caret where it is', async () => {
    const cards = await openCards(openPage, { attachments: three });
    await cards.field('Title', cards.card(1)).evaluate((input) => {
      if (!(input instanceof HTMLInputElement)) return;
      input.focus();
      input.setSelectionRange(1, 2);
    });

    await cards.page.keyboard.press('Alt+ArrowDown');
    await cards.page.keyboard.type('X');

    assert.deepEqual(await cards.titles(), ['two', 'oXe', 'three']);
  });

  it('ends at its ends', async () => {
    const cards = await openCards(openPage, { attachments: three });
    const up = cards.button('Move Up', cards.card(1));

    await up.click({ force: true });
    await up.press('Alt+ArrowUp');

    assert.deepEqual([await up.getAttribute('aria-disabled'), await cards.list()], ['true', []]);
  });

  it('changes by drag, behind a card and in front of one', async () => {
    const cards = await openCards(openPage, { attachments: three });

    await drag(cards, cards.card(1), { onto: cards.card(2), isAfter: true });
    const behind = await cards.titles();
    await drag(cards, cards.card(3), { onto: cards.card(1), isAfter: false });

    assert.deepEqual(behind, ['two', 'one', 'three']);
    assert.deepEqual(await cards.titles(), ['three', 'two', 'one']);
  });

  it('stays when a card is dropped where it was', async () => {
    const cards = await openCards(openPage, { attachments: three });

    await begin(cards, cards.card(2).locator('.grip'));
    await cards.page.mouse.up();

    await cards.page.locator('rc-attachment-cards:not([data-dragging])').waitFor();
    assert.deepEqual(await cards.list(), []);
  });

  it('lets rows of fields move by themselves, with the caret in them', async () => {
    const fields = ['p95', 'Errors'].map((title) => ({ title, value: '1', short: true }));
    const cards = await openCards(openPage, { attachments: [attachmentForm({ fields }), ...three] });

    await cards.field('Value', cards.row(1)).focus();
    await cards.page.keyboard.press('Alt+ArrowDown');
    await cards.page.keyboard.press('End');
    await cards.page.keyboard.type('23');

    const [first] = await cards.list();
    assert.deepEqual(
      first?.fields.map(({ title, value }) => [title, value]),
      [
        ['Errors', '1'],
        ['p95', '123'],
      ],
    );
  });
});

describe('Attachments that come and go', () => {
  const openPage = usePages();

  it('take the focus into the title of what is added', async () => {
    const cards = await openCards(openPage, { attachments: three });

    await cards.button('Add Attachment').click();
    await cards.page.keyboard.type('four');

    assert.deepEqual(await cards.titles(), ['one', 'two', 'three', 'four']);
  });

  it('are copied behind the one that they are copies of', async () => {
    const cards = await openCards(openPage, { attachments: three });

    await cards.button('Duplicate', cards.card(1)).click();

    const list = await cards.list();
    assert.deepEqual(await cards.titles(), ['one', 'one', 'two', 'three']);
    assert.equal(new Set(list.map(({ id }) => id)).size, 4);
  });

  it('hand the focus to the next one when they are removed', async () => {
    const cards = await openCards(openPage, { attachments: three });

    await cards.button('Remove', cards.card(2)).click();

    const focused = await cards.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    assert.equal(focused, 'Attachment 2 of 2: three');
    assert.deepEqual(await cards.titles(), ['one', 'three']);
  });

  it('can be brought back to where they were', async () => {
    const cards = await openCards(openPage, { attachments: three });
    await cards.button('Remove', cards.card(2)).click();

    await cards.button('Undo').click();

    assert.deepEqual(await cards.titles(), ['one', 'two', 'three']);
    assert.equal(await cards.button('Undo').count(), 0);
  });

  it('cannot be brought back into another message', async () => {
    const cards = await openCards(openPage, { attachments: three });
    await cards.button('Remove', cards.card(2)).click();

    await cards.give({ attachments: [] });

    await cards.card(1).waitFor({ state: 'detached' });
    assert.equal(await cards.button('Undo').count(), 0);
  });

  it('leave the focus to the next of their fields', async () => {
    const fields = ['p95', 'Errors'].map((title) => ({ title, value: '1', short: true }));
    const cards = await openCards(openPage, { attachments: [attachmentForm({ fields })] });

    await cards.button('Remove', cards.row(1)).click();
    await cards.page.keyboard.press('End');
    await cards.page.keyboard.type('!');

    const [first] = await cards.list();
    assert.deepEqual(first?.fields, [{ title: 'Errors!', value: '1', short: true }]);
  });
});

async function drag(
  cards: CardsPage,
  card: Locator,
  to: { readonly onto: Locator; readonly isAfter: boolean },
) {
  const { mouse } = cards.page;
  await begin(cards, card.locator('.grip'));
  const onto = await boxOf(to.onto);
  const y = onto.y + (to.isAfter ? onto.height - 4 : 4);
  await mouse.move(onto.x + 60, y);
  // The first move over something only enters it.
  await mouse.move(onto.x + 64, y);
  await cards.page.locator(to.isAfter ? ':is(.aim-after, .aim-before)' : '.aim-before').waitFor();
  await mouse.up();
  await cards.page.locator('rc-attachment-cards:not([data-dragging])').waitFor();
}

/** Until only the headers are left. */
async function begin(cards: CardsPage, grip: Locator) {
  await grip.hover();
  await cards.page.mouse.down();
  await grip.hover({ position: { x: 10, y: 18 }, force: true });
  await cards.page.locator('rc-attachment-cards[data-dragging]').waitFor();
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('Nothing to drag.');
  return box;
}
