import type { ListWords } from '../../protocol/listWords';
import type { MessageView } from '../../protocol/message';
import { type Clock, clockText } from '../message/times';
import { counted, fill } from '../shared/fill';

/** A listener can go into the message for more. */
const longest = 500;

/** Says messages in one line for those who listen: who, when, what, and what is to know about it. */
export class Labels {
  constructor(
    private readonly words: ListWords,
    private readonly clock: Clock,
  ) {}

  message(view: MessageView): string {
    const said = [view.author.name, clockText(view.sentAt, this.clock), this.text(view)];
    return [...said, ...this.states(view)].filter((part) => part !== '').join(', ');
  }

  /** As it is announced when it arrives. */
  arrival(view: MessageView): string {
    return `${view.author.name}: ${this.text(view)}`;
  }

  private text(view: MessageView): string {
    const { kind } = view;
    if (kind === 'deleted' || kind === 'encrypted') return this.words[kind];
    // What the room says of somebody is shown, whoever it is.
    return kind === 'said' && view.isIgnored === true ? this.words.ignored : this.said(view);
  }

  private said({ text, attachments, files }: MessageView): string {
    const [said = ''] = [text, ...files.map(({ name }) => name), ...attachments.map(titleOf)]
      .map(plain)
      .filter((part) => part !== '');
    return said.length > longest ? `${said.slice(0, longest)}…` : said;
  }

  private states(view: MessageView): string[] {
    const { words } = this;
    return [
      view.mentionsMe ? words.mentionsYou : '',
      view.edited ? words.edited : '',
      view.pinned ? words.pinned : '',
      view.isStarred ? words.starred : '',
      this.delivery(view),
      this.reactions(view),
      this.thread(view),
    ];
  }

  private delivery({ delivery }: MessageView): string {
    if (!delivery) return '';
    if (delivery.state === 'sending') return this.words.sending;
    return fill(this.words.notSent, delivery.reason ?? '').trim();
  }

  private reactions({ reactions }: MessageView): string {
    const all = reactions.reduce((sum, { people }) => sum + people.length, 0);
    return all === 0 ? '' : counted(all, this.words.reactions);
  }

  private thread({ thread }: MessageView): string {
    if (!thread || thread.replies === 0) return '';
    const replies = counted(thread.replies, this.words.replies);
    return thread.isUnread ? `${replies}, ${this.words.unread}` : replies;
  }
}

function titleOf({ title, text, description }: MessageView['attachments'][number]): string {
  return title ?? description ?? text ?? '';
}

/** Without what marks code, emphasis and links: signs are read out one by one. */
function plain(markdown: string): string {
  return markdown
    .slice(0, 4 * longest)
    .replace(/\[([^\]\n]*)\]\([^)\s]*\)/g, '$1')
    .replace(/[`*~]+|(?<!\w)_+|_+(?!\w)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
