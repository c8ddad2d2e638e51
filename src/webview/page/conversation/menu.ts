/** Opens VS Code's own menu for where the button stands, under the button. */
export function openMenu({ currentTarget }: Event): void {
  if (!(currentTarget instanceof HTMLElement)) return;
  const { left, bottom } = currentTarget.getBoundingClientRect();
  currentTarget.dispatchEvent(
    new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: left, clientY: bottom }),
  );
}

/**
 * VS Code takes the focus from the page's elements when it opens its menu, and gives it back to the page alone: whoever
 * works by keys would be nowhere. It marks the body as long as the menu is open.
 */
export function keepFocusOverMenus({ body }: Document): void {
  let held: Element | null = null;
  addEventListener('contextmenu', () => (held = document.activeElement), { capture: true });
  const heed = () => {
    const isOpen = body.classList.contains('vscode-context-menu-visible');
    // What was chosen may have led elsewhere.
    if (isOpen || document.activeElement !== body || !(held instanceof HTMLElement)) return;
    held.focus({ preventScroll: true });
    held = null;
  };
  new MutationObserver(heed).observe(body, { attributes: true, attributeFilter: ['class'] });
}
