import type { AnswerWords } from '../../protocol/answerWords';
import type { Draft, UploadView } from '../../protocol/conversation';

/** What would be sent. */
export interface Sendable {
  readonly draft: Draft;
  readonly uploads: readonly UploadView[];
  readonly maxLength: number;
}

/** Why it cannot be sent now, in a sentence. An emptied message can: that is how it is deleted. */
export function whyNot(
  { draft, uploads, maxLength }: Sendable,
  words: Pick<AnswerWords, 'sendTooLong' | 'nothingToSend'>,
): string | undefined {
  const { text, edits, quotes } = draft;
  if (text.length > maxLength) return words.sendTooLong;
  if (edits !== undefined || text.trim() !== '' || (quotes ?? []).length > 0) return undefined;
  return uploads.some(({ state }) => state !== 'sending') ? undefined : words.nothingToSend;
}
