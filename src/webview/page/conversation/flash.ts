const length = 1600;

/** Lights a message up for a moment; how, is a matter of the style, and of how much motion the person wants. */
export function flash(element: HTMLElement): void {
  delete element.dataset['flash'];
  // Without this the style would not begin anew.
  void element.offsetWidth;
  element.dataset['flash'] = '';
  setTimeout(() => delete element.dataset['flash'], length);
}
