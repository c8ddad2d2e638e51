/** Remembers where the person is within; returns how to bring them back after what they stand in was moved. */
export function rememberFocus(within: HTMLElement): () => void {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || !within.contains(activeElement)) return () => undefined;
  const caret = caretOf(activeElement);
  return () => {
    if (document.activeElement !== activeElement) activeElement.focus({ preventScroll: true });
    caret();
    activeElement.closest('.row, header, .field, .file')?.scrollIntoView({ block: 'nearest' });
  };
}

function caretOf(element: HTMLElement): () => void {
  const isText =
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && element.type === 'text');
  if (!isText) return () => undefined;
  const { selectionStart, selectionEnd, selectionDirection, scrollTop } = element;
  return () => {
    element.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? undefined);
    element.scrollTop = scrollTop;
  };
}
