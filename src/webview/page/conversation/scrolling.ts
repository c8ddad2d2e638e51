import type { Anchor } from './savedState';

/** So near the end that one means to be there, in pixels. */
const slack = 4;

/**
 * Keeps what is being read where it is, whatever grows, comes or goes around it; at the end it stays at the end.
 * The browser's own anchoring does most of it: this sets right what it cannot do, after each layout.
 */
export class Scrolling {
  private anchor: Anchor | undefined;
  /** Follows the end until the person scrolls away from it. */
  private follows = true;
  private formerTop = 0;
  /** Something was just put into its place; the browser has not said so yet. */
  private isPlaced = false;
  /** Whether the list ends with the newest message: only then its end is followed. */
  endsHere = true;
  private readonly observer = new ResizeObserver(() => this.settle());

  constructor(
    private readonly viewport: HTMLElement,
    private readonly list: HTMLElement,
    /** Called whenever something else may be on screen. */
    private readonly moved: () => void,
  ) {
    viewport.addEventListener('scroll', () => this.noteScroll(), { passive: true });
    this.observer.observe(viewport);
    this.observer.observe(list);
  }

  /** Absent at the end. */
  get position(): Anchor | undefined {
    return this.follows ? undefined : this.anchor;
  }

  /** How far the end is below the screen, in pixels. */
  get untilEnd(): number {
    const { scrollHeight, scrollTop, clientHeight } = this.viewport;
    return scrollHeight - scrollTop - clientHeight;
  }

  toEnd(): void {
    this.viewport.scrollTop = this.viewport.scrollHeight;
    this.follows = this.endsHere;
    this.note();
  }

  /** `part` of the height stays above it: 0 puts it at the top, 0.5 into the middle. False if it is not there. */
  toElement(element: Element | null, part: number): boolean {
    if (!element) return false;
    const { height } = element.getBoundingClientRect();
    const room = Math.max(0, this.viewport.clientHeight - (part === 0.5 ? height : 0));
    return this.toOffset(element, room * part);
  }

  restore({ message, offset }: Anchor): boolean {
    const element = messageIn(this.list, message);
    return element !== null && this.toOffset(element, offset);
  }

  /** Sets right what moved while the page was drawn. */
  settle(): void {
    if (this.viewport.clientHeight === 0) return;
    if (this.follows) this.viewport.scrollTop = this.viewport.scrollHeight;
    else this.holdAnchor();
    this.note();
  }

  /** Where an element stands: its top, from the top of the screen of messages. */
  offsetOf(element: Element): number {
    return element.getBoundingClientRect().top - this.viewport.getBoundingClientRect().top;
  }

  /** Of those that count, the last message that is read to its end, else the one that fills the screen. */
  newestOnScreen(counts: (id: string) => boolean): string | undefined {
    const bottom = this.viewport.getBoundingClientRect().bottom + slack;
    const { children } = this.list;
    const isCounted = (id: string | undefined) => id !== undefined && counts(id);
    let at = firstWith(children, (rect) => rect.bottom > bottom) - 1;
    while (at >= 0 && !isCounted(idOf(children[at]))) at -= 1;
    const whole = children[at];
    if (whole && this.offsetOf(whole) + whole.clientHeight > 0) return idOf(whole);
    const first = this.firstOnScreen()?.id;
    return isCounted(first) ? first : undefined;
  }

  private toOffset(element: Element, offset: number): boolean {
    const before = this.viewport.scrollTop;
    this.viewport.scrollTop += this.offsetOf(element) - offset;
    this.formerTop = this.viewport.scrollTop;
    this.isPlaced = this.formerTop !== before;
    this.follows = this.endsHere && this.untilEnd <= slack;
    this.note();
    return true;
  }

  private holdAnchor(): void {
    // Of a message that fills the screen the browser knows better which part of it is read.
    if (!this.anchor || this.anchor.offset < 0) return;
    const element = messageIn(this.list, this.anchor.message);
    if (!element) return;
    const moved = this.offsetOf(element) - this.anchor.offset;
    if (Math.abs(moved) >= 1) this.viewport.scrollTop += moved;
  }

  private noteScroll(): void {
    // Parts of messages are drawn after them: what was put into its place meanwhile moved with their growth.
    if (this.isPlaced) this.holdAnchor();
    this.isPlaced = false;
    const { scrollTop } = this.viewport;
    if (this.untilEnd <= slack) this.follows = this.endsHere;
    // Growth below never scrolls up: only the person does.
    else if (scrollTop < this.formerTop) this.follows = false;
    this.note();
  }

  private note(): void {
    this.formerTop = this.viewport.scrollTop;
    const first = this.firstOnScreen();
    if (first) this.anchor = { message: first.id, offset: this.offsetOf(first.element) };
    this.moved();
  }

  /** The first message whose beginning can be seen; if one fills the screen, that one. */
  private firstOnScreen(): { readonly id: string; readonly element: Element } | undefined {
    const { top, bottom } = this.viewport.getBoundingClientRect();
    const { children } = this.list;
    const begun = messageFrom(
      children,
      firstWith(children, (rect) => rect.top >= top),
    );
    if (begun && begun.element.getBoundingClientRect().top < bottom) return begun;
    return messageFrom(
      children,
      firstWith(children, (rect) => rect.bottom > top),
    );
  }
}

function messageFrom(
  children: HTMLCollection,
  from: number,
): { readonly id: string; readonly element: Element } | undefined {
  for (let at = from; at < children.length; at += 1) {
    const element = children[at];
    const id = idOf(element);
    if (element && id !== undefined) return { id, element };
  }
  return undefined;
}

export function idOf(element: Element | null | undefined): string | undefined {
  return element instanceof HTMLElement ? element.dataset['message'] : undefined;
}

export function messageIn(list: Element, id: string): HTMLElement | null {
  return list.querySelector<HTMLElement>(`:scope > [data-message="${CSS.escape(id)}"]`);
}

/** The first child for which it holds, given that it holds for all after it too; the number of children if none. */
function firstWith(children: HTMLCollection, holds: (rect: DOMRect) => boolean): number {
  let [low, high] = [0, children.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const child = children[middle];
    if (child && holds(child.getBoundingClientRect())) high = middle;
    else low = middle + 1;
  }
  return low;
}
