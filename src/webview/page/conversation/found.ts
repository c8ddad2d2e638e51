import { Fold } from '../message/fold';

/**
 * Find of VS Code selects what it finds; in a browser that alone scrolls nothing. While one types into its box the
 * focus is outside of the page: who selects something by hand has it here.
 */
export function showWhatIsFound(page: Document): void {
  page.addEventListener('selectionchange', () => {
    if (!page.hasFocus()) void show(page.getSelection());
  });
}

async function show(selection: Selection | null): Promise<void> {
  if (!selection || selection.isCollapsed) return;
  const found = selection.getRangeAt(0);
  const element = found.startContainer.parentElement;
  const viewport = element?.closest('.viewport');
  if (!element || !viewport) return;
  const fold = element.closest('rc-fold');
  if (fold instanceof Fold) {
    fold.unfoldFor(found.getBoundingClientRect());
    await fold.updateComplete;
  }
  center(found.getBoundingClientRect(), viewport);
}

/** Does nothing where all of it is on screen. */
function center({ top, bottom, height }: DOMRect, viewport: Element): void {
  const screen = viewport.getBoundingClientRect();
  if (top >= screen.top && bottom <= screen.bottom) return;
  viewport.scrollTop += top - screen.top - (screen.height - height) / 2;
}
