import type { Draft } from '../model/drafts';
import { messageId } from '../model/message';
import type { Draft as DraftView } from './protocol/conversation';

/** What a page says that stands in its box. */
export function draftFrom({ text, edits, quotes, before }: DraftView): Draft {
  return {
    text,
    ...(edits !== undefined && { edits: messageId(edits) }),
    ...(quotes && { quotes: quotes.map((quote) => ({ ...quote, id: messageId(quote.id) })) }),
    ...(before && { before: draftFrom(before) }),
  };
}
