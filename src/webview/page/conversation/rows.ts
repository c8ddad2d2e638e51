import { html, type TemplateResult } from 'lit';
import type { MessageView } from '../../protocol/message';
import type { PageContext } from '../shared/context';
import { messageTemplate } from '../message/message';
import { counted } from '../shared/fill';
import type { Labels } from './labels';
import type { Row } from './layout';

/** What a row is drawn with, beside what it says. */
export interface Drawing {
  readonly context: PageContext;
  readonly labels: Labels;
  readonly isInThread: boolean;
}

/** One line of the list: a message, or what stands between messages. */
export function listRow(row: Row, { context, labels, isInThread }: Drawing): TemplateResult {
  const { list } = context.words;
  switch (row.kind) {
    case 'day':
      return html`<li class="day small muted"><span>${row.label}</span></li>`;
    case 'unread':
      return html`<li class="day new small"><span>${list.newMessages}</span></li>`;
    case 'replies':
      return html`<li class="day replies small muted"><span>${counted(row.count, list.replies)}</span></li>`;
    case 'message':
      return html`<li
        class=${classes(row.view, row.isFirst, context.setup.showsAvatars)}
        data-message=${row.key}
        data-vscode-context=${menuContext(row.view)}
        aria-label=${labels.message(row.view)}
        tabindex="-1"
      >
        ${messageTemplate(row.view, { context, isFirst: row.isFirst, isInThread })}
      </li>`;
  }
}

function classes({ kind, author, delivery }: MessageView, isFirst: boolean, showsAvatars: boolean): string {
  const marks = [
    isFirst && 'first',
    author.isMe && 'me',
    delivery && `is-${delivery.state}`,
    !showsAvatars && 'no-avatar',
  ];
  return ['message', `is-${kind}`, ...marks.filter((mark) => typeof mark === 'string')].join(' ');
}

/** What the menu of a message is told, in the words of the trees' rows. */
function menuContext({ id, contextValue }: MessageView): string {
  return JSON.stringify({
    webviewSection: 'message',
    rocketchatMessage: id,
    rocketchatItem: contextValue,
    preventDefaultContextMenuItems: true,
  });
}
