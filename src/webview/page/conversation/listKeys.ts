import type { FromPage } from '../../protocol/conversation';
import type { MessageView } from '../../protocol/message';
import { type Intent, intentOf, type Move } from './keys';
import { idOf } from './scrolling';

/** The list, as far as keys reach into it. */
export interface KeyedList {
  find(message: string): MessageView | undefined;
  move(from: HTMLElement, to: Move): void;
  tell(message: FromPage): void;
}

/** What keys do in the list of messages. */
export class ListKeys {
  constructor(private readonly list: KeyedList) {}

  heed(event: KeyboardEvent): void {
    const item = itemOf(event);
    if (event.defaultPrevented) return;
    if (item === event.target) this.heedOnMessage(event, item);
    else if (event.key === 'Escape') this.leaveControl(item);
  }

  /** Controls in a message keep their keys; Escape leads out of them, and out of the list where there is no message. */
  private leaveControl(item: HTMLElement | null): void {
    if (item) item.focus();
    else this.list.tell({ type: 'leave' });
  }

  private heedOnMessage(event: KeyboardEvent, item: HTMLElement | null): void {
    const view = this.list.find(idOf(item) ?? '');
    const intent = view && intentOf(event, view);
    if (!intent || !item) return;
    event.preventDefault();
    this.obey(intent, item, view.id);
  }

  private obey(intent: Intent, item: HTMLElement, message: string): void {
    const { list } = this;
    switch (intent.kind) {
      case 'move':
        list.move(item, intent.to);
        break;
      case 'react':
        item.dispatchEvent(new CustomEvent('pick-reaction', { bubbles: true, detail: message }));
        break;
      case 'act':
        list.tell({ type: 'action', action: intent.action, message });
        break;
      case 'openThread':
        list.tell({ type: 'openThread', message });
        break;
      case 'leave':
        list.tell({ type: 'leave' });
    }
  }
}

/** The message in which something happened. */
export function itemOf({ target }: Event): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-message]') : null;
}
