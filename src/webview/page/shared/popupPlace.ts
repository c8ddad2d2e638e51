const margin = 8;

/** Puts a popup under something, or over it where there is more room, always whole on screen. */
export function place(popup: HTMLElement, beside: DOMRect): void {
  const { width, height } = popup.getBoundingClientRect();
  const roomBelow = innerHeight - beside.bottom - margin;
  const top = roomBelow >= height || roomBelow >= beside.top ? beside.bottom : beside.top - height;
  setInside(popup, 'left', { wanted: beside.right - width, most: innerWidth - width });
  setInside(popup, 'top', { wanted: top, most: innerHeight - height });
}

function setInside(
  popup: HTMLElement,
  side: 'left' | 'top',
  { wanted, most }: { readonly wanted: number; readonly most: number },
): void {
  popup.style.setProperty(side, `${Math.max(margin, Math.min(wanted, most - margin))}px`);
}
