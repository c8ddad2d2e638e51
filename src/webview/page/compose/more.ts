import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ComposeForm } from '../../protocol/compose';
import { valueOf } from './attachmentControls';
import { field } from './field';
import { type FormView, isReadOnly } from './formView';
import { problemAt } from './problems';

/** What few messages need. Open where something stands in it when the form comes, or a problem shows. */
export function moreTemplate(view: FormView): TemplateResult {
  const { context, problems } = view;
  const { more, look } = context.words.compose;
  const isNeeded =
    problemAt(problems, 'customFields') !== undefined || problemAt(problems, 'parseUrls') !== undefined;
  const isNew = view.view.mode === 'new';
  return html`<details class="more" ?open=${isNeeded || view.isMoreOpen} @toggle=${view.folded}>
    <summary>${more.label}</summary>
    <div class="pair">${previewsField(view)}</div>
    ${isNew ? customFieldsField(view) : nothing}
    ${isNew && !view.view.mayImpersonate ? html`<p class="note">${look.noRight}</p>` : nothing}
  </details>`;
}

function previewsField(view: FormView): TemplateResult {
  const { context, form, change } = view;
  const { previews, previewsByServer, previewsShown, previewsNone } = context.words.compose.more;
  const options = { server: previewsByServer, show: previewsShown, none: previewsNone };
  const chosen = choiceOf(form);
  return field(
    { path: 'parseUrls', label: previews },
    ({ id }) =>
      html`<select
        id=${id}
        ?disabled=${isReadOnly(view)}
        .value=${live(chosen)}
        @change=${(event: Event) => change(previewsOf(valueOf(event)))}
      >
        ${Object.entries(options).map(
          ([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
        )}
      </select>`,
  );
}

function choiceOf({ parseUrls }: ComposeForm): 'server' | 'show' | 'none' {
  if (parseUrls === undefined) return 'server';
  return parseUrls ? 'show' : 'none';
}

function previewsOf(choice: string): Pick<ComposeForm, 'parseUrls'> {
  return { parseUrls: choice === 'server' ? undefined : choice === 'show' };
}

function customFieldsField(view: FormView): TemplateResult {
  const { context, form, problems, change } = view;
  const { customFields, customFieldsHint } = context.words.compose.more;
  return field(
    {
      path: 'customFields',
      label: customFields,
      help: customFieldsHint,
      problem: problemAt(problems, 'customFields'),
    },
    ({ id, describedBy, invalid }) =>
      html`<textarea
        class="mono"
        id=${id}
        data-takes-json
        spellcheck="false"
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        ?readonly=${isReadOnly(view)}
        aria-disabled=${isReadOnly(view)}
        .value=${live(form.customFields)}
        @input=${(event: Event) => change({ customFields: valueOf(event) })}
      ></textarea>`,
  );
}
