import type { Draft, QuoteView } from '../../protocol/conversation';

export const emptyDraft: Draft = { text: '' };

export function isEmpty({ text, quotes, edits }: Draft): boolean {
  return text === '' && (quotes ?? []).length === 0 && edits === undefined;
}

/** What was in the box waits until the editing ends. Lines end as they do in a text area, else it would never match. */
export function startEdit(draft: Draft, message: string, text: string): Draft {
  return { text: text.replace(/\r\n?/g, '\n'), edits: message, before: beforeEditing(draft) };
}

/** What was in the box before. */
export function endEdit({ before }: Draft): Draft {
  return before ?? emptyDraft;
}

/** What is sent. */
export function withoutBefore(draft: Draft): Draft {
  return { ...plain(draft), ...(draft.edits !== undefined && { edits: draft.edits }) };
}

export function withQuote(draft: Draft, quote: QuoteView): Draft {
  const others = (draft.quotes ?? []).filter(({ id }) => id !== quote.id);
  return { ...draft, quotes: [...others, quote] };
}

export function withoutQuote(draft: Draft, id: string): Draft {
  return { ...draft, quotes: (draft.quotes ?? []).filter((quote) => quote.id !== id) };
}

/** What was not accepted stands before what was typed since; an edit is taken up again where none is going on. */
export function putBack(draft: Draft, refused: Draft): Draft {
  if (draft.edits !== undefined) return { ...draft, before: joined(plain(refused), beforeEditing(draft)) };
  if (refused.edits !== undefined) return startEdit(draft, refused.edits, refused.text);
  return joined(plain(refused), draft);
}

/** What was kept comes late: it stands before what was typed by then, and waits for an edit that was begun. */
export function late(kept: Draft, now: Draft): Draft {
  if (now.edits === undefined) return joined(kept, now);
  if (kept.edits === now.edits) return kept;
  return { ...now, before: joined(beforeEditing(kept), beforeEditing(now)) };
}

/** The first, then what the second adds. */
export function joined(one: Draft, other: Draft): Draft {
  const quotes = (other.quotes ?? []).reduce(withQuote, one);
  return { ...quotes, text: [one.text, other.text].filter((text) => text.trim() !== '').join('\n\n') };
}

function beforeEditing(draft: Draft): Draft {
  return draft.edits === undefined ? plain(draft) : endEdit(draft);
}

function plain({ text, quotes }: Draft): Draft {
  return { text, ...(quotes && quotes.length > 0 && { quotes }) };
}
