import { html, nothing } from 'lit';
import type { AttachmentView } from '../../protocol/message';
import { picture } from '../shared/picture';
import type { Scope } from './attachments';
import { cleanName } from './cleaned';
import { linked } from './openLink';
import { clockText, dayText, fullText } from './times';

/** Who said or made it; the picture of somebody else's server stays away until that is trusted. */
export function authorTemplate(attachment: AttachmentView, { context }: Scope): unknown {
  const { author_name: name, author_link: link, author_icon: icon } = attachment;
  if (name === undefined) return nothing;
  const image =
    icon === undefined
      ? nothing
      : picture(context.media, icon, { class: 'author-icon', alt: '', otherwise: nothing });
  return html`<span class="author">${image}<bdi>${linked(cleanName(name), link, context)}</bdi></span>`;
}

/** When; a day that is not today is said as well. */
export function timeTemplate({ ts }: AttachmentView, { context: { setup } }: Scope): unknown {
  const at = ts === undefined ? Number.NaN : timeOf(ts);
  const full = fullText(at, setup);
  if (full === '') return nothing;
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  return html`<time class="small muted" title=${full}
    >${isToday ? clockText(at, setup) : dayText(at, setup)}</time
  >`;
}

/** A date in words, or the number of ms that some programs send as a text. */
function timeOf(ts: string): number {
  return /^\d{9,}$/.test(ts) ? Number(ts) * (ts.length < 12 ? 1000 : 1) : Date.parse(ts);
}
