import type { Composition } from './composition';
import type { CompositionDraft } from './compositionDrafts';

/** The text that a message has by now, where it is to be taken in place of what stands in the draft of its change. */
export type Renewal =
  /** `follow`: nothing was written here that would be lost. */
  { readonly kind: 'follow' | 'ask'; readonly text: string } | { readonly kind: 'none' };

/** `now`: the message that the draft changes. Of drafts of earlier versions nobody knows how it read before. */
export function renewalOf(
  { form, said }: Pick<CompositionDraft, 'form' | 'said'>,
  { text }: Pick<Composition, 'text'>,
): Renewal {
  if (said === undefined || said.text === text || form.text === text) return { kind: 'none' };
  return { kind: form.text === said.text ? 'follow' : 'ask', text };
}
