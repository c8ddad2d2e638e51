import type { MessagesView } from '../../protocol/conversation';
import type { MessageView } from '../../protocol/message';

/** The messages of one place that the page has, and what came with them. */
export class MessageWindow {
  private readonly known = new Map<string, MessageView>();
  private hasNewer = false;
  messages: readonly MessageView[] = [];

  get(id: string): MessageView | undefined {
    return this.known.get(id);
  }

  /**
   * Takes in what the host said; returns what arrived at the end since it last spoke of the same messages. What follows
   * a part of the conversation that did not reach the present was only loaded.
   */
  take(view: MessagesView): readonly MessageView[] {
    const former = this.messages;
    const isAtPresent = !this.hasNewer && !view.hasNewer;
    this.hasNewer = view.hasNewer;
    if (view.isFresh) this.known.clear();
    for (const message of view.changed) this.known.set(message.id, message);
    const wanted = new Set(view.ids);
    for (const id of this.known.keys()) if (!wanted.has(id)) this.known.delete(id);
    this.messages = view.ids.flatMap((id) => this.known.get(id) ?? []);
    return isAtPresent && !view.isFresh ? arrivals(former, this.messages) : [];
  }

  clear(): void {
    this.known.clear();
    this.hasNewer = false;
    this.messages = [];
  }
}

/**
 * Nothing where the two do not meet: that is another part of the conversation. What the server does not have yet stands
 * last: others arrive above it.
 */
function arrivals(former: readonly MessageView[], now: readonly MessageView[]): readonly MessageView[] {
  const had = new Set(former.map(({ id }) => id));
  const delivered = new Set(former.filter(({ delivery }) => !delivery).map(({ id }) => id));
  const last = now.findLastIndex(({ id }) => delivered.has(id));
  return last < 0 ? [] : now.slice(last + 1).filter(({ id }) => !had.has(id));
}
