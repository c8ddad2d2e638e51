import type { MessagesView } from '../../protocol/conversation';

type End = 'older' | 'newer';

/** Asks for more messages where an end of those that are here comes near. */
export class Paging {
  /** The outermost messages when more was asked for: asked once until something comes of it. */
  private readonly asked: Partial<Record<End, string>> = {};

  constructor(
    private readonly viewport: HTMLElement,
    private readonly ask: (end: End) => void,
  ) {}

  check(view: MessagesView): void {
    const { scrollTop, clientHeight, scrollHeight } = this.viewport;
    const { older, newer, hasOlder, hasNewer, ids } = view;
    this.checkEnd('older', {
      loads: older !== undefined,
      wanted: hasOlder && scrollTop < clientHeight,
      edge: ids[0],
    });
    const left = scrollHeight - scrollTop - clientHeight;
    this.checkEnd('newer', {
      loads: newer !== undefined,
      wanted: hasNewer && left < clientHeight,
      edge: ids.at(-1),
    });
  }

  private checkEnd(
    end: End,
    { loads, wanted, edge }: { readonly loads: boolean; readonly wanted: boolean; readonly edge?: string },
  ): void {
    if (loads) this.asked[end] = undefined;
    if (loads || !wanted || edge === undefined || this.asked[end] === edge) return;
    this.asked[end] = edge;
    this.ask(end);
  }
}
