import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { openEmojiPicker } from '../shared/emojiPicker';
import { emojiSign } from '../shared/emojiSign';
import { iconButton, valueOf } from './attachmentControls';
import { field } from './field';
import { type FormView, isReadOnly } from './formView';
import { problemAt } from './problems';

/** What stands in the place of the person's own name and picture. */
export function lookTemplate(view: FormView): TemplateResult {
  const { alias, avatar, avatarHint } = view.context.words.compose.look;
  return html`<div class="pair look">
    ${emojiField(view)} ${lineField(view, 'alias', { label: alias })}
    ${lineField(view, 'avatar', { label: avatar, help: avatarHint })}
  </div>`;
}

interface LineLook {
  readonly label: string;
  readonly help?: string;
}

/** Shown to who has the right to it; and where something stands in it all the same, which has to go. */
function lineField(view: FormView, key: 'alias' | 'avatar', look: LineLook): TemplateResult | typeof nothing {
  const { form, problems, change } = view;
  if (!view.view.mayImpersonate && form[key] === '') return nothing;
  return field(
    { ...look, path: key, problem: problemAt(problems, key) },
    ({ id, describedBy, invalid }) =>
      html`<input
        type="text"
        id=${id}
        autocomplete="off"
        inputmode=${key === 'avatar' ? 'url' : 'text'}
        spellcheck="false"
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        ?readonly=${isReadOnly(view)}
        aria-disabled=${isReadOnly(view)}
        .value=${live(form[key])}
        @input=${(event: Event) => change({ [key]: valueOf(event) })}
      />`,
  );
}

function emojiField(view: FormView): TemplateResult {
  const { context, form, problems, change } = view;
  const { emoji: label, emojiHint, pickEmoji } = context.words.compose.look;
  return field(
    { path: 'emoji', label, help: emojiHint, problem: problemAt(problems, 'emoji') },
    ({ id, describedBy, invalid }) =>
      html`<div class="with-button">
        <span class="sign" aria-hidden="true">${signOf(view)}</span>
        <input
          type="text"
          id=${id}
          autocomplete="off"
          spellcheck="false"
          aria-describedby=${describedBy}
          aria-invalid=${invalid}
          ?readonly=${isReadOnly(view)}
          aria-disabled=${isReadOnly(view)}
          .value=${live(form.emoji)}
          @input=${(event: Event) => change({ emoji: valueOf(event) })}
        />
        ${iconButton({ icon: 'smiley', label: pickEmoji, isOff: isReadOnly(view) }, () => pick(id, view))}
      </div>`,
  );
}

function signOf({ context, form }: FormView): unknown {
  const found = context.page.emoji.find(form.emoji.trim());
  return found ? emojiSign(found, context.page.media, { alt: '', otherwise: '' }) : nothing;
}

/** The picker gives the focus back to its button, from where it was opened. */
function pick(id: string, { context, change }: FormView): void {
  const beside = document.getElementById(id);
  if (beside) openEmojiPicker(context.page, { beside, choose: (name) => change({ emoji: `:${name}:` }) });
}
