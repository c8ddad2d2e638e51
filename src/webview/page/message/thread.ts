import { html, nothing, type TemplateResult } from 'lit';
import type { MessageView } from '../../protocol/message';
import type { PageContext } from '../shared/context';
import { counted, fill } from '../shared/fill';
import { fullText } from './times';
import './ago';

type Shown = TemplateResult | typeof nothing;

export const threadTemplate = {
  /** How many have answered, and when last; opens the thread. */
  summary({ id: message, thread }: MessageView, { words, setup, tell }: PageContext): Shown {
    if (!thread) return nothing;
    const { replies, lastReply, unread } = words.message;
    return html`<button class="thread small" @click=${() => tell({ type: 'openThread', message })}>
      ${thread.isUnread ? html`<i class="dot" role="img" aria-label=${unread} title=${unread}></i>` : nothing}
      <b>${counted(thread.replies, replies)}</b> ${last(thread.lastReplyAt, lastReply, setup)}
    </button>`;
  },

  /** That it belongs to a thread, which it opens. */
  reply({ reply }: MessageView, { words, tell }: PageContext): Shown {
    if (!reply) return nothing;
    const open = () => tell({ type: 'openThread', message: reply.thread });
    return html`<button class="thread of-reply small" @click=${open}>
      <i class="codicon codicon-reply" aria-hidden="true"></i
      ><span class="muted">${words.message.inThread}</span>
    </button>`;
  },
};

/** The room that a message opened. */
export function discussionTemplate({ discussion }: MessageView, { words, setup, tell }: PageContext): Shown {
  if (!discussion) return nothing;
  const { room, messages, lastAt } = discussion;
  const { openDiscussion, messages: counts, lastMessage } = words.message;
  return html`<button
    class="thread small"
    title=${openDiscussion}
    @click=${() => tell({ type: 'openRoom', room })}
  >
    <i class="codicon codicon-comment-discussion" aria-hidden="true"></i>
    <b>${counted(messages, counts)}</b> ${last(lastAt, lastMessage, setup)}
  </button>`;
}

function last(at: number | undefined, sentence: string, setup: PageContext['setup']): Shown {
  if (at === undefined) return nothing;
  const [before, after = ''] = sentence.split('{0}');
  return html`<span class="muted" title=${fullText(at, setup)}
    >${before}<rc-ago .at=${at} .clock=${setup}></rc-ago>${fill(after)}</span
  >`;
}
