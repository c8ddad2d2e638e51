import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { ComposeForm, ComposeView, ProblemView } from '../../protocol/compose';
import type { FooterWords } from '../../protocol/composeWords';
import { counted, fill } from '../shared/fill';
import type { ComposeContext } from './context';
import type { Keeping } from './keeping';

export interface FooterView {
  readonly context: ComposeContext;
  readonly view: ComposeView;
  readonly form: ComposeForm;
  readonly problems: readonly ProblemView[];
  /** How many of them are to be seen. */
  readonly seen: number;
  readonly isEmpty: boolean;
  readonly keeping: Pick<Keeping, 'isKept' | 'takesLong'>;
  readonly isUnderWay: boolean;
  readonly send: () => void;
}

/** How it stands with the draft, and what can be done with it. */
export function footerTemplate(footer: FooterView): TemplateResult {
  const words = footer.context.words.compose.footer;
  return html`<footer>
    <div class="hint small">
      <p role="status">${urgent(footer, words)}</p>
      ${isUrgent(footer) ? nothing : facts(footer, words)}
    </div>
    <div class="buttons">${draftButtons(footer, words)} ${sendButton(footer, words)}</div>
  </footer>`;
}

function draftButtons({ context, view, isUnderWay }: FooterView, words: FooterWords): readonly unknown[] {
  const { tell } = context;
  const { copyJson, copyCurl, copyHint, correctedCopy, correctedCopyHint, discard } = words;
  const copy = secondary(copyJson, copyHint, () => tell({ type: 'copyPayload', as: 'json' }));
  // All else is the business of an account.
  if (view.notice !== undefined) return [copy];
  return [
    copy,
    secondary(copyCurl, copyHint, () => tell({ type: 'copyPayload', as: 'curl' })),
    view.mode === 'edit'
      ? secondary(correctedCopy, correctedCopyHint, () => tell({ type: 'correctedCopy' }))
      : nothing,
    isUnderWay ? nothing : secondary(discard, discard, () => tell({ type: 'discardDraft' })),
  ];
}

/** A button that is off stays in reach, to say why. */
function sendButton(footer: FooterView, words: FooterWords): TemplateResult {
  const { view, problems, isUnderWay, send } = footer;
  const label = view.mode === 'edit' ? words.save : words.send;
  const reason = isUnderWay ? words.sending : (view.notice ?? problems[0]?.text);
  return html`<button
    type="button"
    class="send"
    aria-disabled=${reason !== undefined}
    aria-description=${ifDefined(reason)}
    aria-keyshortcuts="Control+Enter Meta+Enter"
    title=${reason ?? fill(words.withKey, label, sendKeys())}
    @click=${({ detail }: MouseEvent) => {
      // The second press of two was meant for the first.
      if (detail <= 1) send();
    }}
  >
    ${label}
  </button>`;
}

/** As VS Code writes them. */
function sendKeys(): string {
  return navigator.userAgent.includes('Mac') ? '⌘Enter' : 'Ctrl+Enter';
}

function isUrgent({ seen, isUnderWay }: FooterView): boolean {
  return isUnderWay || seen > 0;
}

/** Read out. */
function urgent({ seen, isUnderWay }: FooterView, words: FooterWords): unknown {
  if (isUnderWay) return words.sending;
  return seen === 0
    ? nothing
    : html`<span class="problems"
        ><i class="codicon codicon-error" aria-hidden="true"></i>
        ${counted(seen, { one: words.problemsOne, many: words.problemsMany })}</span
      >`;
}

/** Not read out: they change with each key. */
function facts(footer: FooterView, words: FooterWords): TemplateResult {
  const { isEmpty, view, form } = footer;
  const parts = [targetsText(form, words)];
  if (view.accountLabel !== '') parts.push(fill(words.as, view.accountLabel));
  // Of what is empty nothing is kept; nor, perhaps, of an account that is not in use.
  const isDraft = !isEmpty && view.notice === undefined;
  return html`<p>${isDraft ? html`${keptText(footer, words)} · ` : nothing}${parts.join(' · ')}</p>`;
}

function keptText({ keeping }: FooterView, { kept, notKept }: FooterWords): TemplateResult {
  return html`<span aria-busy=${!keeping.isKept}>${keeping.takesLong ? notKept : kept}</span>`;
}

function targetsText({ targets }: ComposeForm, words: FooterWords): string {
  if (targets.length === 0) return words.toNobody;
  return counted(targets.length, { one: words.toOne, many: words.toMany });
}

function secondary(label: string, title: string, act: () => void): TemplateResult {
  return html`<button type="button" class="secondary" title=${title} @click=${act}>${label}</button>`;
}
