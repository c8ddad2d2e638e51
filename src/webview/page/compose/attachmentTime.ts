import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { helpedField, valueOf } from './attachmentControls';
import type { CardView } from './attachmentView';

/** A time as text, with a calendar to pick it from, and the present one at a press. */
export function timeField(card: CardView): TemplateResult {
  const { words, attachment, acts } = card;
  const { time, timeHint } = words.common;
  const put = (ts: string) => acts.put({ ...attachment, ts });
  return helpedField(card, 'ts', {
    ...{ label: time, hint: timeHint },
    after: html`${calendar(card, put)} ${now(card, put)}`,
  });
}

/** Only its button is seen: what it holds stands beside it, as text. */
function calendar({ words, attachment }: CardView, put: (ts: string) => void): TemplateResult {
  const label = words.common.pickTime;
  return html`<span class="calendar">
    <input
      type="datetime-local"
      aria-label=${label}
      title=${label}
      .value=${live(attachment.ts.trim().replace(' ', 'T'))}
      @change=${(event: Event) => {
        const picked = valueOf(event);
        if (picked !== '') put(picked.replace('T', ' '));
      }}
    />
    <i class="codicon codicon-calendar" aria-hidden="true"></i>
  </span>`;
}

function now({ words }: CardView, put: (ts: string) => void): TemplateResult {
  const { now: label, nowTip } = words.common;
  return html`<button type="button" class="now" title=${nowTip} @click=${() => put(minuteOf(new Date()))}>
    ${label}
  </button>`;
}

/** `2026-11-17 09:30`, in the person's time. */
function minuteOf(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
