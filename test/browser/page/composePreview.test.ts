import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { attachmentForm } from '../../support/makers/composition';
import { author, messageView } from '../../support/makers/views';
import { type ComposerPage, composerPages } from '../../support/page/composerPage';
import { usePages } from '../../support/page/usePages';

const titles = Array.from({ length: 12 }, (_, at) => `Report ${at + 1}`);
const text = 'Three lines\nof a longer\nreport';
const wide = { width: 1000, height: 220 };

describe('The preview of a composer', () => {
  const open = composerPages(usePages());

  it('shows the attachment that one works on', async () => {
    const composer = await openReports();

    await titleField(composer, 12).focus();

    await inSight(preview(composer).getByText('Report 12'));
  });

  it('passes over attachments that are empty and are not sent', async () => {
    const composer = await openReports();
    const attachments = [attachmentForm({ id: 'empty' }), ...forms()];
    await composer.take({ attachments });

    await titleField(composer, 13).focus();

    await inSight(preview(composer).getByText('Report 12'));
  });

  it('shows what is being written at the end of the text', async () => {
    const composer = await openReports();
    const before = Array.from({ length: 9 }, (_, line) => `Line ${line}`).join('\n');
    await composer.text.fill(before);
    await composer.say(previewOf(`${before}\n\nThe end`));

    await inSight(preview(composer).getByText('The end'));
  });

  it('stays where one has scrolled it while nothing is written', async () => {
    const composer = await openReports();
    await titleField(composer, 12).focus();
    await inSight(preview(composer).getByText('Report 12'));
    await preview(composer).evaluate((pane) => (pane.scrollTop = 0));

    await composer.say(previewOf('Another time'));
    await preview(composer).getByText('Another time').waitFor();

    assert.equal(await preview(composer).evaluate(({ scrollTop }) => scrollTop), 0);
  });

  async function openReports(): Promise<ComposerPage> {
    const composer = await open({ ...wide, form: { text: 'Hello', attachments: forms() } });
    await composer.say(previewOf('Hello'));
    await preview(composer).getByText('Report 12').waitFor();
    return composer;
  }
});

function forms() {
  return titles.map((title) => attachmentForm({ id: title, title, text }));
}

function previewOf(said: string) {
  const attachments = titles.map((title) => ({ title, text }));
  const message = messageView('preview', { author: author('ann'), text: said, attachments });
  return { type: 'preview', message } as const;
}

function preview({ page }: ComposerPage): Locator {
  return page.getByRole('complementary', { name: 'Preview' });
}

function titleField({ page }: ComposerPage, place: number): Locator {
  const card = page.getByRole('group', { name: new RegExp(`^Attachment ${place} of `) });
  return card.getByRole('textbox', { name: 'Title', exact: true });
}

/** Waits until it can wholly be seen. */
async function inSight(part: Locator): Promise<void> {
  await part.evaluate(
    (element) =>
      new Promise<void>((resolve) => {
        const seen = (entries: readonly IntersectionObserverEntry[]) => {
          if (entries.some(({ intersectionRatio }) => intersectionRatio > 0.99)) resolve();
        };
        const watch = new IntersectionObserver(seen, { threshold: [0.5, 1] });
        watch.observe(element);
      }),
  );
}
