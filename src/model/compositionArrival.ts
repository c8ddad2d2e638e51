import type { CompositionDraft, SentTo } from './compositionDrafts';
import type { MessageId } from './message';
import type { Session } from './session';

/** A draft once a message of it has arrived; `done`: nothing of it is left to send, undefined: it stays as it is. */
export function afterArrival(draft: CompositionDraft, id: MessageId): CompositionDraft | 'done' | undefined {
  const arrived = draft.sent?.find(({ message }) => message === id);
  if (!arrived || draft.files.some((file) => !arrived.files.includes(file.id))) return undefined;
  const targets = draft.form.targets.filter(({ entry }) => entry.trim() !== arrived.entry);
  if (targets.length === 0) return 'done';
  const sent = draft.sent?.filter((one) => one !== arrived);
  return { ...draft, form: { ...draft.form, targets }, sent };
}

/** All that was sent of it waits for the server, and for nobody else. */
export function isOnItsWay(
  sending: Pick<Session['sending'], 'get'>,
  { sent = [] }: CompositionDraft,
): boolean {
  const states = sent.flatMap(({ message }: SentTo) => (message && sending.get(message)?.state) ?? []);
  return states.length > 0 && !states.includes('failed');
}
