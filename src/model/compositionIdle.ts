import { isEmptyDraft, type CompositionDraft } from './compositionDrafts';
import { rewritingFrom } from './messageEditing';
import type { Session } from './session';

/** Nobody would miss it: nothing stands in it, or an edit that changes nothing. */
export function isIdleDraft({ messages }: Pick<Session, 'messages'>, draft: CompositionDraft): boolean {
  const message = draft.edits && messages.get(draft.edits.message);
  return isEmptyDraft(draft) || (message !== undefined && !rewritingFrom(message, draft.form));
}
