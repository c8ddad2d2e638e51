import type { ReactiveControllerHost } from 'lit';
import { OrderDrag } from './orderDrag';

/** Cards are high: while they are dragged, only their headers show. */
export function cardDrag(
  host: ReactiveControllerHost & HTMLElement,
  move: (from: number, to: number) => void,
): OrderDrag {
  const handleOf = (card: HTMLElement) => card.querySelector('header');
  return new OrderDrag(host, {
    ...{ kind: 'attachment', move, handleOf },
    began: (card) => keptInPlace(handleOf(card), () => (host.dataset['dragging'] = '')),
    ended: () => delete host.dataset['dragging'],
  });
}

/** What is dragged stays under the pointer, as far as the page can be scrolled. */
function keptInPlace(header: HTMLElement | null, collapse: () => void): void {
  const top = header?.getBoundingClientRect().top ?? 0;
  collapse();
  if (header) scrollingAround(header)?.scrollBy(0, header.getBoundingClientRect().top - top);
}

function scrollingAround(element: HTMLElement): HTMLElement | null {
  const { parentElement: parent } = element;
  if (!parent || /auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent;
  return scrollingAround(parent);
}
