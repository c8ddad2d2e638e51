import type { AttachmentForm } from '../../protocol/compose';

/** Brings into sight what that field makes of the message, where the preview has a pane of its own. */
export function showInPreview(
  page: Element,
  field: Element | null,
  attachments: readonly AttachmentForm[],
): void {
  const pane = page.querySelector('.arrival');
  if (!pane || !field?.closest('.form') || !scrollsItself(pane)) return;
  const part = partOf(page, field, attachments) ?? pane.querySelector('h2');
  part?.scrollIntoView({ block: 'nearest' });
}

/** In a narrow page it would scroll the form away. */
function scrollsItself(pane: Element): boolean {
  return getComputedStyle(pane).overflowY === 'auto';
}

function partOf(page: Element, field: Element, attachments: readonly AttachmentForm[]): Element | undefined {
  const card = field.closest('rc-attachment-cards .card');
  if (!card) return field.closest('rc-message-text') ? endOfText(page, field) : undefined;
  const at = [...page.querySelectorAll('rc-attachment-cards .card')].indexOf(card);
  const before = attachments.slice(0, at).filter(isFilled).length;
  return page.querySelectorAll('.arrival .message > .attachment')[before];
}

/** Who goes on writing sees what was written last. */
function endOfText(page: Element, field: Element): Element | undefined {
  const isAtEnd = field instanceof HTMLTextAreaElement && field.selectionEnd === field.value.length;
  return isAtEnd ? (page.querySelector(ends.join()) ?? undefined) : undefined;
}

/** Of a text as it is, of one that is shown whole, and of one that shows its beginning alone. */
const ends = [
  '.arrival .message > .text:not(rc-fold) > :last-child',
  '.arrival .message > rc-fold > .folding:not(.is-long) > :last-child',
  '.arrival .message > rc-fold > .is-long + *',
];

/** Empty ones are not sent, nor are rows that nobody filled in. */
function isFilled({ id: _, fields, ...content }: AttachmentForm): boolean {
  const rows = fields.flatMap(({ title, value }) => [title, value]);
  const texts = [...Object.values(content), ...rows].filter((value) => typeof value === 'string');
  return texts.some((text) => text.trim() !== '');
}
