import type { FromCompose, Setup, ToCompose } from '../../protocol/compose';
import type { ComposerWords } from '../../protocol/words';
import { EmojiIndex } from '../shared/emoji';
import type { MediaShelf } from '../shared/media';
import type { Composer } from './composer';
import { tellIfCommon } from './context';

type Takers = {
  readonly [T in ToCompose['type']]: (message: Extract<ToCompose, { readonly type: T }>) => void;
};

interface Parts {
  readonly words: ComposerWords;
  readonly media: MediaShelf;
  readonly tell: (message: FromCompose) => void;
}

/** Hands what the host says to the composer. */
export class Mailbox {
  private setup: Setup | undefined;
  private account: string | undefined;
  private emoji = new EmojiIndex();
  private readonly takers: Takers;

  constructor(
    private readonly composer: Composer,
    private readonly parts: Parts,
  ) {
    this.takers = {
      setup: ({ setup }) => this.renew({ setup }),
      emoji: ({ emoji }) => this.renew({ emoji }),
      recentEmoji: ({ recent }) => void (this.emoji.recent = recent),
      media: ({ source, media }) => parts.media.take(source, media),
      composer: ({ view }) => this.open(view),
      form: ({ form }) => void composer.take(form),
      problems: ({ problems }) => void (composer.problems = problems),
      preview: ({ message, more = [] }) => void (composer.preview = [message, ...more]),
      files: ({ files }) => void (composer.files = files),
      outcomes: ({ outcomes }) => void (composer.outcomes = outcomes),
      draftState: (state) => composer.keeping.take(state),
      completions: ({ request, items }) => composer.complete(request, items),
      targets: (answer) => composer.found(answer),
      pasted: ({ request, isTaken }) => composer.incoming.answered(request, isTaken),
      focus: ({ path }) => void composer.focusOn(path),
    };
  }

  /** What a host of another version may say and this page does not know, is dropped. */
  take(message: ToCompose): void {
    if (!Object.hasOwn(this.takers, message.type)) return;
    // The table is keyed by the type: each taker gets the message of its own.
    (this.takers[message.type] as (message: ToCompose) => void)(message);
  }

  private open(view: Extract<ToCompose, { readonly type: 'composer' }>['view']): void {
    if (this.account !== undefined && view.account !== this.account) this.parts.media.forget();
    this.account = view.account;
    this.composer.view = view;
  }

  private renew({ setup, emoji }: { readonly setup?: Setup; readonly emoji?: EmojiIndex['all'] }): void {
    this.setup = setup ?? this.setup;
    if (emoji) {
      const { recent } = this.emoji;
      this.emoji = new EmojiIndex(emoji);
      this.emoji.recent = recent;
    }
    const { words, media, tell } = this.parts;
    if (!this.setup) return;
    const page = { words, setup: this.setup, emoji: this.emoji, media, tell: tellIfCommon(tell) };
    this.composer.context = { words, page, tell };
  }
}
