import type { nothing, TemplateResult } from 'lit';
import type { PageContext } from '../shared/context';
import { listTies, type OptionAct, optionKeyDoes, optionList } from '../shared/optionList';
import { hasModifier } from './keys';
import type { Suggestion, Suggestions } from './suggestions';

const id = 'answer-suggestions';

/** Over the box, as wide as it is: there is no place beside the caret in a narrow page. */
export function popup(
  suggestions: Suggestions,
  { words, media }: PageContext,
  take: (item: Suggestion) => void,
): TemplateResult | typeof nothing {
  return optionList(suggestions, { id, label: words.answer.suggestions, media, take });
}

export function popupTies(suggestions: Suggestions) {
  return listTies(id, suggestions);
}

/** Whether the list took the key. */
export function popupKey(
  event: KeyboardEvent,
  suggestions: Suggestions,
  take: (item: Suggestion) => void,
): boolean {
  const { chosen, isOpen } = suggestions;
  const act = isOpen && !hasModifier(event) ? optionKeyDoes(event.key) : undefined;
  if (!act || !chosen) return false;
  const acts: Readonly<Record<OptionAct, () => void>> = {
    next: () => suggestions.move(1),
    previous: () => suggestions.move(-1),
    take: () => take(chosen),
    close: () => suggestions.dismiss(),
  };
  acts[act]();
  return true;
}
