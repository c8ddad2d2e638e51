import { messageId, type Message, type MessageId } from '../model/message';
import { shortened, summaryOf } from '../model/messageText';
import { isRecord } from '../model/parse';
import type { Place } from '../model/place';
import type { CurrentSession } from '../model/session';
import { textOf } from '../model/writtenText';
import type { Conversations } from './conversations';
import type { QuoteView } from './protocol/conversation';

/** The conversations, as far as this needs them. */
interface Pages extends Pick<Conversations, 'open' | 'tell' | 'holds'> {
  /** The one in hand. */
  readonly active: { readonly place: Place | undefined; readonly atHand: MessageId | undefined } | undefined;
}

/** What conversations do themselves for commands on messages. */
export class ConversationMessages {
  constructor(
    private readonly current: CurrentSession,
    private readonly conversations: Pages,
  ) {}

  /** The message that a menu in a page was opened on, by what VS Code passes then. */
  messageOf(context: unknown): Message | undefined {
    if (!isRecord(context) || context['webviewSection'] !== 'message') return undefined;
    return this.known(context['rocketchatMessage']);
  }

  /** The message that the person is at, while its page can be seen. */
  atHand(): Message | undefined {
    return this.known(this.conversations.active?.atHand);
  }

  /** Opens its thread with the focus in the box. */
  reply({ room, id, thread = id }: Message): Promise<void> {
    return this.conversations.open({ room, thread }, { focus: 'box' });
  }

  /** Puts it into the box of the place that is open, or else of its own, with the focus there. */
  async quote(message: Message): Promise<void> {
    const place = this.placeFor(message);
    await this.conversations.open(place, { focus: 'box' });
    this.conversations.tell(place, { type: 'quote', place, quote: quoteView(message) });
  }

  /** Puts its text into the box of its place, with the focus there. */
  async edit(message: Message): Promise<void> {
    const place = this.placeFor(message);
    await this.conversations.open(place, { focus: 'box' });
    this.conversations.tell(place, { type: 'edit', place, message: message.id, text: textOf(message) });
  }

  /** Opens its place, goes there and lights it up. */
  show(message: Message): Promise<void> {
    return this.conversations.open(ownPlace(message), { message: message.id, focus: 'messages' });
  }

  /** Opens the picker at the message; false where no page shows it. */
  pickReaction(message: Message): boolean {
    const { id } = message;
    const place = this.placeFor(message);
    return (
      this.conversations.holds(place, id) &&
      this.conversations.tell(place, { type: 'pickReaction', message: id })
    );
  }

  /** That in hand if the message is in it, or else its own. */
  private placeFor(message: Message): Place {
    const here = this.conversations.active?.place;
    if (here?.room !== message.room) return ownPlace(message);
    const isHere = here.thread === undefined ? isInRoom(message) : isInThread(message, here.thread);
    return isHere ? here : ownPlace(message);
  }

  private known(id: unknown): Message | undefined {
    return typeof id === 'string' ? this.current.get()?.messages.get(messageId(id)) : undefined;
  }
}

function ownPlace({ room, thread }: Message): Place {
  return thread === undefined ? { room } : { room, thread };
}

function isInRoom({ thread, isShownInRoom }: Message): boolean {
  return thread === undefined || isShownInRoom === true;
}

function isInThread({ id, thread }: Message, first: Place['thread']): boolean {
  return id === first || thread === first;
}

function quoteView(message: Message): QuoteView {
  const summary = summaryOf(message);
  const text = summary.kind === 'text' ? shortened(summary.text) : '';
  return { id: message.id, author: message.author.name, text };
}
