import { completed } from './completion';
import type { Suggestion, Suggestions } from './suggestions';
import { typeInto } from './typeInto';

/** A choice takes the place of what was typed. */
export function takeSuggestion(
  area: HTMLTextAreaElement,
  suggestions: Suggestions,
  chosen: Suggestion,
): void {
  const { trigger } = suggestions;
  if (!trigger) return;
  const rest = area.value.slice(trigger.to);
  suggestions.close();
  area.setSelectionRange(trigger.from, trigger.to);
  typeInto(area, completed(chosen.insert, rest));
  // The blank that was there is the blank after the choice.
  if (/^\s/.test(rest)) area.setSelectionRange(area.selectionEnd + 1, area.selectionEnd + 1);
  suggestions.close();
}
