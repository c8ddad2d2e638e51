import assert from 'node:assert/strict';
import { attachmentForm } from '../../support/makers/composition';
import { type CardsPage, openCards } from '../../support/page/attachmentCards';
import { usePages } from '../../support/page/usePages';

/** What is typed, by the labels that a person sees. */
const lines = {
  Title: ['title', 'Load test'],
  'Title link': ['title_link', 'https://ci.example.org/41'],
  Text: ['text', 'p95 rose\nsince yesterday'],
  Color: ['color', 'hsl(200 50% 50%)'],
  'Thumbnail address': ['thumb_url', 'https://example.org/thumb.png'],
  Time: ['ts', '2026-11-17 09:30'],
  'Message link': ['message_link', 'https://example.org/channel/general?msg=1'],
  Name: ['author_name', 'Ann'],
  Link: ['author_link', 'https://example.org/ann'],
  'Icon address': ['author_icon', 'https://example.org/ann.png'],
  'Image address': ['image_url', 'https://example.org/a.png'],
  'Audio address': ['audio_url', 'https://example.org/a.mp3'],
  'Video address': ['video_url', 'https://example.org/a.mp4'],
} as const;

const checks = {
  'Offer the link as a download': 'title_link_download',
  'Collapsed at first': 'collapsed',
} as const;

describe('The cards of attachments', () => {
  const openPage = usePages();

  it('take every key that the server knows', async () => {
    const cards = await openCards(openPage);
    await cards.button('Add Attachment').click();
    await cards.unfold('Author', 'Image, audio, video', 'Fields');

    for (const [label, [, text]] of Object.entries(lines)) await cards.field(label).fill(text);
    for (const label of Object.keys(checks)) await cards.page.getByRole('checkbox', { name: label }).check();
    await addField(cards, 'p95', '340 ms');

    const [added] = await cards.list();
    const wanted = attachmentForm({
      id: added?.id ?? '',
      ...Object.fromEntries(Object.values(lines)),
      ...Object.fromEntries(Object.values(checks).map((key) => [key, true])),
      fields: [{ title: 'p95', value: '340 ms', short: true }],
    });
    assert.deepEqual(added, wanted);
  });

  it('fold what is empty, and open what is filled', async () => {
    const author = attachmentForm({ author_name: 'Ann' });
    const cards = await openCards(openPage, { attachments: [author] });

    const open = await cards.page
      .locator('details')
      .evaluateAll((all) =>
        all.map((one) => `${one.querySelector('summary')?.textContent.trim()} ${one.hasAttribute('open')}`),
      );

    assert.deepEqual(open, ['Fields false', 'Author true', 'Image, audio, video false']);
  });

  it('stay open while what they hold is emptied', async () => {
    const cards = await openCards(openPage, { attachments: [attachmentForm({ author_name: 'Ann' })] });

    await cards.field('Name').fill('');

    assert.equal(await cards.field('Name').isVisible(), true);
  });

  it('let a link to a message be typed only once there is a time', async () => {
    const cards = await openCards(openPage, { attachments: [attachmentForm()] });
    const link = cards.field('Message link');
    const why = await described(cards, 'Message link');

    await link.press('x');
    await cards.field('Time').fill('2026-11-17 09:30');
    await link.press('y');

    assert.equal(why, 'Needs a time: the time becomes the link.');
    assert.equal(await link.inputValue(), 'y');
  });

  it('let a link that came without a time be taken away', async () => {
    const attachments = [attachmentForm({ message_link: 'https://example.org' })];
    const cards = await openCards(openPage, { attachments });

    await cards.field('Message link').fill('');

    assert.equal((await cards.list())[0]?.message_link, '');
    assert.equal(await cards.field('Message link').isEditable(), false);
  });

  it('fill in the present time', async () => {
    const cards = await openCards(openPage, {
      attachments: [attachmentForm()],
      now: '2026-03-02T14:05:00.000Z',
    });

    await cards.button('Now').click();

    assert.equal((await cards.list())[0]?.ts, '2026-03-02 14:05');
  });

  it('take a time from the calendar', async () => {
    const cards = await openCards(openPage, { attachments: [attachmentForm()] });

    await cards.page.getByLabel('Pick Date and Time').fill('2026-11-17T09:30');

    assert.equal(await cards.field('Time').inputValue(), '2026-11-17 09:30');
  });

  it('offer the colors that servers know by name', async () => {
    const cards = await openCards(openPage, { attachments: [attachmentForm({ color: '#abc' })] });
    const names = cards.page.getByRole('combobox', { name: 'Named colors' });

    await names.selectOption('warning');

    assert.deepEqual(await names.locator('option:not([hidden])').allTextContents(), [
      'No color',
      'good',
      'warning',
      'danger',
    ]);
    assert.equal((await cards.list())[0]?.color, 'warning');
  });

  it('show the color, and begin to pick with it', async () => {
    const cards = await openCards(openPage, { attachments: [attachmentForm({ color: 'rebeccapurple' })] });
    const picker = cards.page.getByLabel('Pick Color');

    await picker.dispatchEvent('pointerdown');

    assert.equal(await picker.inputValue(), '#663399');
  });

  it('name what else is kept of what was pasted, until it is removed', async () => {
    const rest = JSON.stringify({ pretext: 'Look', actions: [] });
    const cards = await openCards(openPage, { attachments: [attachmentForm({ rest })] });
    const names = await cards.page.locator('.kept').textContent();

    await cards.button('Remove What Is Also Kept').click();

    assert.equal(names?.trim(), 'Also kept: pretext, actions');
    assert.equal((await cards.list())[0]?.rest, '');
  });
});

async function addField(cards: CardsPage, title: string, value: string): Promise<void> {
  await cards.button('Add Field').click();
  // The focus is in its title.
  await cards.page.keyboard.type(title);
  await cards.page.keyboard.press('Tab');
  await cards.page.keyboard.type(value);
}

async function described(cards: CardsPage, label: string): Promise<string | undefined> {
  return cards
    .field(label)
    .evaluate((input) =>
      document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent.trim(),
    );
}
