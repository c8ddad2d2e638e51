import assert from 'node:assert/strict';
import type { Guard, Passage } from '../../src/model/guard/guard';
import { guarded } from '../../src/webview/composeGuard';
import { attachmentForm, composition } from '../support/makers/composition';

/** One that puts capitals for what it is shown, and records it. */
function loud(): Guard & { readonly shown: Passage[] } {
  const shown: Passage[] = [];
  const check = (passages: readonly Passage[]) => {
    shown.push(...passages);
    return Promise.resolve(passages.map(({ text }) => text.toUpperCase()));
  };
  return { shown, check };
}

const form = composition({
  text: 'a',
  customFields: '{"b":1}',
  alias: 'i',
  attachments: [
    attachmentForm({
      text: 'c',
      title_link: 'd',
      fields: [{ title: 'e', value: 'f', short: true }],
    }),
    attachmentForm({ id: 'a2', image_url: 'g', rest: '{"h":1}' }),
  ],
});

describe('The guard before the composer', () => {
  it('looks at all that was written, and says where', async () => {
    const guard = loud();

    await guarded(guard, { form, files: [] });

    const shown = guard.shown.filter(({ text }) => text !== '');
    assert.deepEqual(
      shown.map(({ text, label }) => `${label ?? ''}: ${text}`),
      [
        'Message: a',
        'Custom fields: {"b":1}',
        'Alias: i',
        'Attachment 1: c',
        'Attachment 1: d',
        'Attachment 1: e',
        'Attachment 1: f',
        'Attachment 2: g',
        'Attachment 2: {"h":1}',
      ],
    );
  });

  it('puts each text back where it was', async () => {
    const safe = await guarded(loud(), { form, files: [] });

    assert.deepEqual(safe?.form, {
      ...form,
      text: 'A',
      customFields: '{"B":1}',
      alias: 'I',
      attachments: [
        attachmentForm({ text: 'C', title_link: 'D', fields: [{ title: 'E', value: 'F', short: true }] }),
        attachmentForm({ id: 'a2', image_url: 'G', rest: '{"H":1}' }),
      ],
    });
  });

  it('leaves a form alone in which nothing was found', async () => {
    const open: Guard = { check: (passages) => Promise.resolve(passages.map(({ text }) => text)) };

    assert.equal((await guarded(open, { form, files: [] }))?.form, form);
  });

  it('lets nothing go where somebody turns away', async () => {
    const closed: Guard = { check: () => Promise.resolve(undefined) };

    assert.equal(await guarded(closed, { form, files: [] }), undefined);
  });
});
