import { textControl } from '../answer/typeInto';

/** What scrolls: both panes together in a narrow page, each for itself in a wide one. */
const scrolling = '.panes, .form';

/** In pixels. */
export function scrolledBy(page: Element): number {
  return Math.max(0, ...[...page.querySelectorAll(scrolling)].map(({ scrollTop }) => scrollTop));
}

export function scrollTo(page: Element, top: number): void {
  for (const one of page.querySelectorAll(scrolling)) one.scrollTop = top;
}

/** A page beside what the person works on does not take the focus away. */
export function onceFocused(act: () => void): void {
  if (document.hasFocus()) act();
  else addEventListener('focus', act, { once: true });
}

/** The caret stays where it was in a field that has another text then. */
export async function keepingCaret(change: () => Promise<void>): Promise<void> {
  const field = textControl(document.activeElement);
  const former = field && { value: field.value, from: field.selectionStart, to: field.selectionEnd };
  await change();
  if (field?.isConnected && former && field.value !== former.value)
    field.setSelectionRange(former.from, former.to);
}
