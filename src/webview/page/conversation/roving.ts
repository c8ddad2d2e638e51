import type { Move } from './keys';
import { idOf, messageIn } from './scrolling';

const controls = 'a[href], button, input, select, textarea, summary, audio, video, [tabindex]';

/** Makes the list one stop of Tab: one of its messages can be reached, and the controls in that one. */
export class Roving {
  private active: string | undefined;
  /** Until somebody goes to a message, the newest is the one that Tab reaches. */
  private isChosen = false;
  private ids: readonly string[] = [];

  constructor(
    private readonly viewport: HTMLElement,
    private readonly list: HTMLElement,
  ) {
    new MutationObserver((records) => this.tame(records)).observe(list, { childList: true, subtree: true });
    list.addEventListener('focusin', ({ target }) => {
      const id = idOf(target instanceof Element ? target.closest('[data-message]') : null);
      if (id !== undefined) this.choose(id);
    });
    list.addEventListener('focusout', ({ target, relatedTarget }) => {
      // Whether the element goes is known once it is gone.
      if (relatedTarget === null) queueMicrotask(() => this.keepFocus(target));
    });
  }

  /** To be called after the messages have changed; `hadFocus` of the list before that. */
  keep(ids: readonly string[], hadFocus: boolean): void {
    const active = this.isChosen ? survivor(this.active, this.ids, ids) : ids.at(-1);
    this.ids = ids;
    this.activate(active);
    if (hadFocus && !this.list.contains(document.activeElement)) this.focus();
  }

  forget(): void {
    this.isChosen = false;
    this.ids = [];
  }

  /** To the message where one was, else to the newest. */
  focus(options?: FocusOptions): void {
    const message = this.active === undefined ? null : messageIn(this.list, this.active);
    (message ?? this.viewport).focus(options);
  }

  focusOn(id: string): void {
    this.choose(id);
    this.focus();
  }

  move(from: HTMLElement, to: Move): void {
    const target = this.targetOf(from, to);
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'nearest' });
  }

  private targetOf(from: HTMLElement, to: Move): HTMLElement {
    switch (to) {
      case 'next':
        return farthest(from, 'nextElementSibling', (_, steps) => steps <= 1);
      case 'previous':
        return farthest(from, 'previousElementSibling', (_, steps) => steps <= 1);
      case 'pageDown':
        return farthest(from, 'nextElementSibling', (one, steps) => steps <= 1 || this.isNear(from, one));
      case 'pageUp':
        return farthest(from, 'previousElementSibling', (one, steps) => steps <= 1 || this.isNear(from, one));
      case 'first':
        return farthest(from, 'previousElementSibling', () => true);
      case 'last':
        return farthest(from, 'nextElementSibling', () => true);
    }
  }

  private isNear(from: HTMLElement, other: HTMLElement): boolean {
    return Math.abs(other.offsetTop - from.offsetTop) <= this.viewport.clientHeight;
  }

  /** Makes it the one that Tab reaches. */
  choose(id: string): void {
    this.isChosen = true;
    this.activate(id);
  }

  private activate(id: string | undefined): void {
    if (id !== this.active && this.active !== undefined) setReach(messageIn(this.list, this.active), -1);
    this.active = id;
    if (id !== undefined) setReach(messageIn(this.list, id), 0);
  }

  /** A button gave way to what it led to: its message takes the focus, but never from another part of the window. */
  private keepFocus(former: EventTarget | null): void {
    const isGone = former instanceof Element && !former.isConnected;
    const isNowhere = document.hasFocus() && document.activeElement === document.body;
    if (isGone && isNowhere) this.focus({ preventScroll: true });
  }

  /** Whatever is drawn later than its message gets the reach of the message. */
  private tame(records: readonly MutationRecord[]): void {
    for (const { addedNodes } of records)
      for (const node of addedNodes)
        if (node instanceof Element) {
          const id = idOf(node.closest('[data-message]'));
          if (id !== undefined) setReach(node, id === this.active ? 0 : -1);
        }
  }
}

function setReach(element: Element | null, tabIndex: 0 | -1): void {
  if (!(element instanceof HTMLElement)) return;
  if (element.matches(controls)) element.tabIndex = tabIndex;
  for (const control of element.querySelectorAll<HTMLElement>(controls)) control.tabIndex = tabIndex;
}

/** From a message along its siblings, as far as it holds. */
function farthest(
  from: HTMLElement,
  direction: 'nextElementSibling' | 'previousElementSibling',
  holds: (message: HTMLElement, steps: number) => boolean,
): HTMLElement {
  let target = from;
  let steps = 0;
  for (let one = from[direction]; one !== null; one = one[direction]) {
    if (!(one instanceof HTMLElement) || idOf(one) === undefined) continue;
    steps += 1;
    if (!holds(one, steps)) break;
    target = one;
  }
  return target;
}

/** The same message; if it is gone, the nearest after it, then before it, that is still there. */
export function survivor(
  id: string | undefined,
  former: readonly string[],
  now: readonly string[],
): string | undefined {
  const left = new Set(now);
  if (id !== undefined && left.has(id)) return id;
  const at = id === undefined ? -1 : former.indexOf(id);
  if (at < 0) return now.at(-1);
  return (
    former.slice(at).find((one) => left.has(one)) ?? former.slice(0, at).findLast((one) => left.has(one))
  );
}
