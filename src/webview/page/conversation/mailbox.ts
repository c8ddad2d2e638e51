import type { EmojiView, Place, Setup, ToPage } from '../../protocol/conversation';
import type { Words } from '../../protocol/words';
import type { AnswerBox } from '../answer/answer';
import type { PageContext } from '../shared/context';
import { EmojiIndex } from '../shared/emoji';
import type { MediaShelf } from '../shared/media';
import type { Conversation } from './conversation';

/** Hands what the host says to the part of the page that it is for. */
export class Mailbox {
  private setup: Setup | undefined;
  private emoji = new EmojiIndex();

  constructor(
    private readonly conversation: Conversation,
    private readonly parts: {
      readonly words: Words;
      readonly media: MediaShelf;
      readonly tell: PageContext['tell'];
    },
  ) {}

  /** What a later host may say and this page does not know, is dropped. */
  take(message: ToPage): void {
    const { conversation } = this;
    switch (message.type) {
      case 'setup':
        return this.configure(message.setup);
      case 'emoji':
        return this.takeEmoji(message.emoji, message.recent);
      case 'place':
        return conversation.open(message.view);
      case 'messages':
        return conversation.read(message.view);
      case 'reveal':
        return conversation.reveal(message.message, message.flashes);
      case 'focus':
        return conversation.focusOn(message.target);
      case 'media':
        return this.parts.media.take(message.source, message.media);
      case 'pickReaction':
        return conversation.pickReaction(message.message);
      default:
        return this.takeForBox(message);
    }
  }

  private takeForBox(message: ForBox): void {
    switch (message.type) {
      case 'completions':
        return this.atBox(undefined, (box) => box.complete(message.request, message.items));
      case 'draft':
        return this.atBox(message.place, (box) => box.take(message.draft));
      case 'insert':
        return this.atBox(message.place, (box) => box.insert(message.text));
      case 'edit':
        return this.atBox(message.place, (box) => box.edit(message.message, message.text));
      case 'quote':
        return this.atBox(message.place, (box) => box.quote(message.quote));
      case 'refused':
        return this.atBox(message.place, (box) => box.refuse(message.draft, message.reason));
      case 'uploads':
        return this.atBox(message.place, () => this.conversation.attach(message.uploads));
    }
  }

  /** What is meant for the box of another place comes late: that place is told again when it is opened. */
  private atBox(place: Place | undefined, act: (box: AnswerBox) => void): void {
    const { conversation } = this;
    void conversation.whenDrawn(() => {
      if (conversation.box && (!place || conversation.isAt(place))) act(conversation.box);
    });
  }

  private configure(setup: Setup): void {
    this.setup = setup;
    this.renew({ isOtherLook: true });
  }

  private takeEmoji(emoji: readonly EmojiView[], recent: readonly string[]): void {
    const isOtherLook = !sameEmoji(emoji, this.emoji.all);
    this.emoji = new EmojiIndex(emoji, recent);
    this.renew({ isOtherLook });
  }

  private renew(change: { readonly isOtherLook: boolean }): void {
    const { setup, emoji } = this;
    if (setup) this.conversation.use({ ...this.parts, setup, emoji }, change);
  }
}

type ForBox = Extract<
  ToPage,
  { readonly type: 'completions' | 'draft' | 'insert' | 'edit' | 'quote' | 'refused' | 'uploads' }
>;

function sameEmoji(some: readonly EmojiView[], others: readonly EmojiView[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, at) => one.names[0] === others[at]?.names[0] && one.image === others[at]?.image)
  );
}
