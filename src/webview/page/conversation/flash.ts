const length = 1600;

/** Lights a message up for a moment; how, is a matter of the style, and of how much motion the person wants. */
export function flash(element: HTMLElement): void {
  delete element.dataset['flash'];
  // Asking for its size lets the style begin anew.
  if (element.offsetWidth >= 0) element.dataset['flash'] = '';
  setTimeout(() => delete element.dataset['flash'], length);
}
