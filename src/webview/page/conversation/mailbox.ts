import type { EmojiView, Place, PlaceView, Setup, ToPage } from '../../protocol/conversation';
import type { Words } from '../../protocol/words';
import type { AnswerBox } from '../answer/answer';
import type { PageContext } from '../shared/context';
import { EmojiIndex } from '../shared/emoji';
import type { MediaShelf } from '../shared/media';
import type { Conversation } from './conversation';

type Takers = {
  readonly [T in ToPage['type']]: (message: Extract<ToPage, { readonly type: T }>) => void;
};

/** Hands what the host says to the part of the page that it is for. */
export class Mailbox {
  private setup: Setup | undefined;
  private account: string | undefined;
  private emoji = new EmojiIndex();
  private readonly takers: Takers;

  constructor(
    private readonly conversation: Conversation,
    private readonly parts: {
      readonly words: Words;
      readonly media: MediaShelf;
      readonly tell: PageContext['tell'];
    },
  ) {
    this.takers = {
      setup: ({ setup }) => this.configure(setup),
      emoji: ({ emoji }) => this.takeEmoji(emoji),
      recentEmoji: ({ recent }) => void (this.emoji.recent = recent),
      media: ({ source, media }) => parts.media.take(source, media),
      place: ({ view }) => this.open(view),
      messages: ({ view }) => conversation.read(view),
      reveal: ({ message, flashes }) => conversation.reveal(message, flashes),
      focus: ({ target }) => conversation.focusOn(target),
      pickReaction: ({ message }) => conversation.pickReaction(message),
      ...this.takersOfBox(),
    };
  }

  /** What a host of another version may say and this page does not know, is dropped. */
  take(message: ToPage): void {
    if (!Object.hasOwn(this.takers, message.type)) return;
    // The table is keyed by the type: each taker gets the message of its own.
    (this.takers[message.type] as (message: ToPage) => void)(message);
  }

  private takersOfBox() {
    return {
      completions: ({ request, items }) => this.atBox(undefined, (box) => box.complete(request, items)),
      draft: ({ place, draft }) => this.atBox(place, (box) => box.take(draft)),
      insert: ({ place, text }) => this.atBox(place, (box) => box.insert(text)),
      edit: ({ place, message, text }) => this.atBox(place, (box) => box.edit(message, text)),
      quote: ({ place, quote }) => this.atBox(place, (box) => box.quote(quote)),
      refused: ({ place, draft, reason }) => this.atBox(place, (box) => box.refuse(draft, reason)),
      attached: ({ place, request, isTaken }) =>
        this.atBox(place, ({ attachments }) => attachments.answered(request, isTaken)),
      uploads: ({ place, uploads }) => this.atBox(place, () => this.conversation.attach(uploads)),
    } satisfies Partial<Takers>;
  }

  /** What is meant for the box of another place comes late: that place is told again when it is opened. */
  private atBox(place: Place | undefined, act: (box: AnswerBox) => void): void {
    const { conversation } = this;
    void conversation.whenDrawn(() => {
      if (conversation.box && (!place || conversation.isAt(place))) act(conversation.box);
    });
  }

  private open(view: PlaceView): void {
    this.conversation.open(view);
    if (this.account !== undefined && view.account !== this.account) this.parts.media.forget();
    this.account = view.account;
  }

  private configure(setup: Setup): void {
    this.setup = setup;
    this.renew();
  }

  /** A page that comes back into sight is told the same once more. */
  private takeEmoji(emoji: readonly EmojiView[]): void {
    if (sameEmoji(emoji, this.emoji.all)) return;
    const { recent } = this.emoji;
    this.emoji = new EmojiIndex(emoji);
    this.emoji.recent = recent;
    this.renew();
  }

  private renew(): void {
    const { setup, emoji } = this;
    if (setup) this.conversation.use({ ...this.parts, setup, emoji });
  }
}

function sameEmoji(some: readonly EmojiView[], others: readonly EmojiView[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, at) => one.names[0] === others[at]?.names[0] && one.image === others[at]?.image)
  );
}
