/**
 * What a link does instead of leading the page away, for its `click` and `auxclick`. VS Code would open the address of
 * a link that was clicked by itself: it must not hear of it.
 */
export function press(act: () => void): (event: MouseEvent) => void {
  return (event) => {
    // The right button belongs to menus.
    if (event.button > 1) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
}
