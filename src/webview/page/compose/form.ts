import { html, nothing, type TemplateResult } from 'lit';
import type { AttachmentForm } from '../../protocol/compose';
import type { AttachmentCards } from './attachmentCards';
import { type FormView, isReadOnly } from './formView';
import { lookTemplate } from './look';
import { moreTemplate } from './more';
import { problemAt } from './problems';
import type { Recipients } from './targets';
import './attachmentCards';
import './files';
import './messageText';
import './targets';

/** All that a message can hold. */
export function formTemplate(view: FormView): TemplateResult {
  const { context, form, isLocked, change } = view;
  const isNew = view.view.mode === 'new';
  const isInert = isLocked && !isReadOnly(view);
  return html`<form @submit=${(event: Event) => event.preventDefault()}>
    <div ?inert=${isInert}>
      <rc-targets
        .context=${context}
        .recipients=${form}
        .whyLocked=${isNew ? view.view.notice : context.words.compose.to.locked}
        .problem=${problemAt(view.problems, 'targets')}
        @recipients-change=${({ detail }: CustomEvent<Recipients>) =>
          change({ targets: detail.targets, thread: detail.thread })}
        @untaken-change=${({ detail }: CustomEvent<string>) => view.untaken(detail)}
      ></rc-targets>
      <rc-message-text
        .context=${context}
        .text=${form.text}
        .maxLength=${view.view.maxLength}
        .locked=${isReadOnly(view)}
        .problem=${problemAt(view.problems, 'text')}
        @text-change=${({ detail }: CustomEvent<string>) => change({ text: detail })}
      ></rc-message-text>
      ${isNew ? lookTemplate(view) : nothing}
    </div>
    ${attachmentsTemplate(view)} ${isNew ? filesTemplate(view) : nothing}
    <div ?inert=${isInert}>${moreTemplate(view)}</div>
    ${isNew ? html`<p class="note">${context.words.compose.isPayload}</p>` : nothing}
  </form>`;
}

function attachmentsTemplate(view: FormView): TemplateResult | typeof nothing {
  const { context, form, allProblems, showsAll, isLocked, change } = view;
  const { attachments, attachmentsLocked } = context.words.compose;
  const isSent = view.view.mode === 'edit';
  const areLocked = isSent || isReadOnly(view);
  if (areLocked && form.attachments.length === 0) return nothing;
  return html`<section ?inert=${isLocked && !areLocked} aria-label=${attachments}>
    <h2>${attachments}</h2>
    ${isSent ? html`<p class="note">${attachmentsLocked}</p>` : nothing}
    <rc-attachment-cards
      .attachments=${form.attachments}
      .problems=${allProblems}
      .showsAll=${showsAll}
      .memory=${view.memory}
      .locked=${areLocked}
      .words=${context.words.composeAttachment}
      .beside=${areLocked ? nothing : addFiles(view)}
      @attachments-change=${({ detail }: CustomEvent<readonly AttachmentForm[]>) => change({ attachments: detail })}
    ></rc-attachment-cards>
  </section>`;
}

function addFiles({ context, view }: FormView): TemplateResult {
  const { compose, answer } = context.words;
  const isOff = !view.mayAttachFiles;
  return html`<button
    type="button"
    class="secondary add-files"
    title=${isOff ? answer.attachOff : compose.files.addHint}
    aria-disabled=${isOff}
    @click=${() => {
      if (!isOff) context.tell({ type: 'pickFiles' });
    }}
  >
    ${compose.files.add}
  </button>`;
}

function filesTemplate({ context, files, isLocked }: FormView): TemplateResult {
  return html`<rc-compose-files .context=${context} .files=${files} .locked=${isLocked}></rc-compose-files>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'rc-attachment-cards': AttachmentCards;
  }
}
