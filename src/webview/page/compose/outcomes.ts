import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { OutcomeView } from '../../protocol/compose';
import type { OutcomeWords } from '../../protocol/composeWords';
import { fill } from '../shared/fill';
import type { ComposeContext } from './context';
import { shortNameOf } from './targetChip';

const icons = { sending: 'loading', waiting: 'clockface', delivered: 'check', failed: 'error' } as const;

/** How it stands with each that it goes to. The list is there before anything is in it, so that it is read out. */
export function outcomesTemplate(outcomes: readonly OutcomeView[], context: ComposeContext): TemplateResult {
  const words = context.words.compose.outcome;
  const failed = outcomes.filter(({ state }) => state === 'failed');
  const retry = (entry: string) => () => context.tell({ type: 'retryTarget', entry });
  return html`<div class="outcomes">
    <div role="status">
      ${outcomes.length === 0 ? nothing : list(outcomes, words)}
      ${failed.length === 0 ? nothing : html`<p class="muted small">${words.stays}</p>`}
    </div>
    ${repeat(
      failed,
      ({ entry }) => entry,
      (outcome) =>
        html`<button type="button" class="link" @click=${retry(outcome.entry)}>
          ${fill(words.retry, shortNameOf(outcome))}
        </button>`,
    )}
  </div>`;
}

function list(outcomes: readonly OutcomeView[], words: OutcomeWords): TemplateResult {
  return html`<ul aria-label=${words.label}>
    ${repeat(
      outcomes,
      ({ entry }) => entry,
      (outcome) => row(outcome, words),
    )}
  </ul>`;
}

function row(outcome: OutcomeView, words: OutcomeWords): TemplateResult {
  const { state, reason = '' } = outcome;
  return html`<li class=${state}>
    <i
      class="codicon codicon-${icons[state]} ${state === 'sending' ? 'codicon-modifier-spin' : ''}"
      aria-hidden="true"
    ></i>
    <span>${fill(words[state], shortNameOf(outcome), reason).trim()}</span>
  </li>`;
}

/** What was said is on its way: nothing of it can be changed. */
export function isUnderWay(outcomes: readonly OutcomeView[]): boolean {
  return outcomes.some(({ state }) => state === 'sending' || state === 'waiting');
}
