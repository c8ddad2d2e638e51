import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { AnswerWords } from '../../protocol/answerWords';

export interface Bar {
  readonly words: AnswerWords;
  readonly typing: string;
  readonly canAttach: boolean;
  /** Why it cannot be sent now. */
  readonly whyNot: string | undefined;
}

export interface BarActs {
  readonly pickFiles: () => void;
  readonly insertSelection: () => void;
  readonly pickEmoji: (event: Event) => void;
  readonly compose: () => void;
  readonly send: () => void;
}

/** What can be done with the box. A button that is off stays in reach, to say why. */
export function bar({ words, typing, canAttach, whyNot }: Bar, acts: BarActs): TemplateResult {
  return html`<div class="bar">
    ${iconButton({
      icon: 'add',
      label: words.attach,
      hint: canAttach ? words.attachHint : words.attachOff,
      isOff: !canAttach,
      act: acts.pickFiles,
    })}
    ${iconButton({ icon: 'code', label: words.insertSelection, act: acts.insertSelection })}
    ${iconButton({ icon: 'smiley', label: words.insertEmoji, act: acts.pickEmoji })}
    ${iconButton({ icon: 'edit', label: words.compose, hint: words.composeHint, act: acts.compose })}
    <span class="hint" title=${typing}>${typing}</span>
    <button
      type="button"
      class="send"
      aria-disabled=${whyNot !== undefined}
      title=${ifDefined(whyNot)}
      @click=${acts.send}
    >
      ${words.send}
    </button>
  </div>`;
}

interface IconButton {
  readonly icon: string;
  readonly label: string;
  readonly hint?: string;
  readonly isOff?: boolean;
  readonly act: (event: Event) => void;
}

function iconButton({ icon, label, hint = label, isOff = false, act }: IconButton): TemplateResult {
  return html`<button
    type="button"
    class="icon"
    aria-label=${label}
    title=${hint}
    aria-disabled=${isOff}
    @click=${(event: Event) => (isOff ? undefined : act(event))}
  >
    <i class="codicon codicon-${icon}" aria-hidden="true"></i>
  </button>`;
}
