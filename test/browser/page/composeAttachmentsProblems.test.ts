import assert from 'node:assert/strict';
import { attachmentForm } from '../../support/makers/composition';
import { type CardsPage, openCards } from '../../support/page/attachmentCards';
import { seriousFindings } from '../../support/page/axe';
import { cutOff } from '../../support/page/cutOff';
import { usePages } from '../../support/page/usePages';

const attachments = [
  attachmentForm({
    title: 'Load test, 17 November',
    title_link: 'htps://ci.example.org/41',
    color: 'danger',
    fields: [
      { title: 'p95', value: '340 ms', short: true },
      { title: 'Errors', value: '', short: false },
    ],
    rest: '{"pretext":"Look"}',
  }),
  attachmentForm({ id: 'a2', text: 'Only text, '.repeat(20), author_name: 'Ann' }),
];

const problems = [
  { path: 'attachments.0.title_link', text: 'Not a web address: it starts with htps.' },
  { path: 'attachments.0.fields.1.value', text: 'A field needs a value.' },
  { path: 'attachments.1.image_url', text: 'Not a web address.' },
];

describe('Problems of attachments', () => {
  const openPage = usePages();

  it('show at the field, once it was left', async () => {
    const cards = await openCards(openPage, { attachments, problems });
    const before = await shown(cards);

    await cards.field('Title link').focus();
    await cards.field('Title').focus();

    assert.deepEqual(before, []);
    assert.deepEqual(await shown(cards), ['Title link: Not a web address: it starts with htps.']);
  });

  it('stay with their field when its row moves', async () => {
    const cards = await openCards(openPage, { attachments, problems });
    await cards.field('Value', cards.row(2)).focus();
    await cards.field('Title').focus();

    await cards.button('Move Up', cards.row(2)).click();
    await cards.give({
      problems: [{ path: 'attachments.0.fields.0.value', text: 'A field needs a value.' }],
    });

    await cards.row(1).getByText('A field needs a value.').waitFor();
    assert.deepEqual(await shown(cards), ['Value: A field needs a value.']);
  });

  it('go with the row that they are about', async () => {
    const cards = await openCards(openPage, { attachments, problems });
    await cards.field('Value', cards.row(1)).focus();
    await cards.field('Title').focus();

    await cards.button('Remove', cards.row(1)).click();
    await cards.give({
      problems: [{ path: 'attachments.0.fields.0.value', text: 'A field needs a value.' }],
    });

    await cards.row(2).waitFor({ state: 'detached' });
    assert.deepEqual(await shown(cards), []);
  });

  it('show all, and unfold what they lie in, when all are asked for', async () => {
    const cards = await openCards(openPage, { attachments, problems });

    await cards.give({ showsAll: true });

    await cards.field('Image address', cards.card(2)).waitFor();
    assert.deepEqual(await shown(cards), [
      'Title link: Not a web address: it starts with htps.',
      'Value: A field needs a value.',
      'Image address: Not a web address.',
    ]);
  });

  it('show at what folds when it is folded over them', async () => {
    const cards = await openCards(openPage, { attachments, problems, showsAll: true });
    const summary = cards.card(1).locator('summary', { hasText: 'Fields' });

    await summary.click();

    await summary.getByRole('img', { name: 'A field in here needs a look' }).waitFor();
  });
});

describe('Attachments for those who see or hear them otherwise', () => {
  const openPage = usePages();

  it('can only be read while they are locked', async () => {
    const cards = await openCards(openPage, { attachments, locked: true });

    assert.equal(
      await cards.page.locator('rc-attachment-cards :is(input, textarea, button, select)').count(),
      0,
    );
    assert.equal(await cards.card(1).getByRole('definition').first().textContent(), 'Load test, 17 November');
  });

  for (const locked of [false, true])
    it(`have nothing serious to find, ${locked ? 'locked' : 'open'}`, async () => {
      const cards = await openCards(openPage, {
        attachments,
        problems,
        locked,
        showsAll: true,
        theme: 'light',
      });

      assert.deepEqual(await seriousFindings(cards.opened), []);
    });

  for (const theme of ['dark', 'light', 'hcBlack', 'hcLight'] as const)
    for (const width of [400, 600, 1000])
      it(`are cut off nowhere, ${theme}, ${width} pixels wide`, async () => {
        const cards = await openCards(openPage, { attachments, problems, showsAll: true, theme, width });
        await cards.opened.screenshot(`compose-attachments-${width}-${theme}`);

        assert.deepEqual(await cutOff(cards.opened), []);
      });
});

/** What stands at invalid fields, by their labels. */
async function shown(cards: CardsPage): Promise<readonly string[]> {
  return cards.page.locator('[aria-invalid=true]').evaluateAll((all) =>
    all.map((control) => {
      const note = document.getElementById(control.getAttribute('aria-describedby') ?? '');
      const label = document.querySelector(`label[for="${control.id}"]`);
      return `${label?.textContent.replace('*', '')}: ${note?.textContent.trim()}`;
    }),
  );
}
