import type { AnswerWords } from './answerWords';
import type { ComposeAttachmentWords } from './composeAttachmentWords';
import type { ComposeWords } from './composeWords';
import type { ListWords } from './listWords';
import type { MessageWords } from './messageWords';

/** All that pages say, in the person's language; `{0}` is filled in by the page. They come with the page itself. */
export interface Words {
  readonly message: MessageWords;
  readonly list: ListWords;
  readonly answer: AnswerWords;
}

/** The composer's page says more; a conversation does not carry that along. */
export interface ComposerWords extends Words {
  readonly compose: ComposeWords;
  readonly composeAttachment: ComposeAttachmentWords;
}
