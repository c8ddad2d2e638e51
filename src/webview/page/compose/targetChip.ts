import { html, nothing, type TemplateResult } from 'lit';
import type { ComposeForm, TargetForm } from '../../protocol/compose';
import type { ToWords } from '../../protocol/composeWords';
import { fill } from '../shared/fill';

interface Chip {
  readonly label: string;
  readonly words: ToWords;
  /** Absent where it cannot be taken off: then there is nothing to press. */
  readonly remove?: (() => void) | undefined;
  /** Of its button, where that stands for the field: Tab leads to it. */
  readonly id?: string;
}

/** One that it goes to. */
export function chipTemplate({ label, words, remove, id }: Chip): TemplateResult {
  const hint = fill(words.remove, label);
  return html`<li class="chip">
    <span title=${label}>${label}</span>
    ${
      remove
        ? html`<button
            type="button"
            class="icon"
            id=${id ?? nothing}
            tabindex=${id === undefined ? -1 : 0}
            aria-label=${hint}
            title=${hint}
            @click=${remove}
          >
            <i class="codicon codicon-close" aria-hidden="true"></i>
          </button>`
        : nothing
    }
  </li>`;
}

/** `# backend`, `@ ann`; of a room that goes by its id, what it is called. */
export function nameOf({ entry, label }: TargetForm): string {
  const [sign = ''] = entry;
  return sign === '#' || sign === '@' ? `${sign} ${label.replace(/^[#@]/, '')}` : label;
}

/** As it stands in a sentence: `#backend`. */
export function shortNameOf(target: TargetForm): string {
  return nameOf(target).replace(/^([#@]) /, '$1');
}

/** The room of a thread, as it stands in a sentence. */
export function roomOf([target]: ComposeForm['targets']): string {
  return target ? shortNameOf(target) : '';
}
