import { html, type TemplateResult } from 'lit';
import { cssVariable } from '../shared/cssVariable';
import { fill } from '../shared/fill';
import { cleanName, plainCode } from './cleaned';
import { emojiTemplate } from './emoji';
import type { Facts } from './facts';
import { isSaidBy } from './links';
import { press } from './presses';
import { textOf } from './spanText';
import { fullText, timeText } from './times';
import type { Span } from './written';
import './ago';
import './spoiler';

type Shown = TemplateResult | string;
type Drawers = {
  readonly [Kind in Span['kind']]: (span: Span & { readonly kind: Kind }, facts: Facts) => Shown;
};

export function spansTemplate(spans: readonly Span[], facts: Facts): readonly Shown[] {
  return spans.map((span) => spanTemplate(span, facts));
}

function spanTemplate(span: Span, facts: Facts): Shown {
  // The table is keyed by the kind: each drawer gets the span of its own.
  return (drawers[span.kind] as (span: Span, facts: Facts) => Shown)(span, facts);
}

const drawers: Drawers = {
  text: ({ text }) => text,
  code: ({ text }) => html`<code>${plainCode(text)}</code>`,
  math: ({ text }) => html`<code class="math">${plainCode(text)}</code>`,
  bold: ({ content }, facts) => html`<strong>${spansTemplate(content, facts)}</strong>`,
  italic: ({ content }, facts) => html`<em>${spansTemplate(content, facts)}</em>`,
  strike: ({ content }, facts) => html`<s>${spansTemplate(content, facts)}</s>`,
  spoiler: ({ content }, facts) =>
    html`<rc-spoiler
      .words=${facts.context.words.message}
      .content=${spansTemplate(content, facts)}
    ></rc-spoiler>`,
  link: linkTemplate,
  person: personTemplate,
  room: roomTemplate,
  emoji: ({ name, text }, { context }) => emojiTemplate(name, text, context),
  color: ({ color, text }) => html`<span class="color" ${cssVariable('--color', color)}>${text}</span>`,
  time: timeTemplate,
  path: pathTemplate,
};

function linkTemplate({ href, label }: Span & { readonly kind: 'link' }, facts: Facts): Shown {
  // It stands there as a quote.
  if (label.length === 0 && facts.quoted.has(href)) return '';
  const { tell } = facts.context;
  const open = press(() => tell({ type: 'openLink', href }));
  const words = textOf(label);
  const isPlain = label.length === 0 || isSaidBy(words, href);
  return html`<a href=${href} title=${isPlain ? '' : href} @click=${open} @auxclick=${open}
    >${label.length === 0 ? href : spansTemplate(label, facts)}</a
  >`;
}

function personTemplate({ username }: { readonly username: string }, { context, mentions }: Facts): Shown {
  const mention = mentions.get(username);
  const name = `@${cleanName(username)}`;
  if (!mention) return name;
  const look = mention.isMe || mention.kind === 'everybody' ? 'mention mine' : 'mention';
  const title = cleanName(mention.name ?? '');
  // To oneself there is no way.
  if (mention.kind !== 'user' || mention.isMe) return html`<span class=${look} title=${title}>${name}</span>`;
  const open = press(() => context.tell({ type: 'openPerson', username }));
  return html`<a class=${look} href="#" title=${title} @click=${open} @auxclick=${open}>${name}</a>`;
}

function roomTemplate({ name }: { readonly name: string }, { context, channels }: Facts): Shown {
  const channel = channels.get(name);
  if (!channel) return `#${cleanName(name)}`;
  const { room, title } = channel;
  const open = press(() => context.tell({ type: 'openRoom', room }));
  return html`<a
    class="mention"
    href="#"
    title=${fill(context.words.message.openRoom, `#${cleanName(name)}`)}
    @click=${open}
    @auxclick=${open}
    >#${cleanName(title)}</a
  >`;
}

function timeTemplate(
  { at, format }: Span & { readonly kind: 'time' },
  { context: { setup } }: Facts,
): Shown {
  const said =
    format === 'R'
      ? html`<rc-ago .at=${at} .clock=${setup} .isRelative=${true}></rc-ago>`
      : timeText(at, format, setup);
  return html`<time class="stamp" datetime=${new Date(at).toISOString()} title=${fullText(at, setup)}
    >${said}</time
  >`;
}

function pathTemplate({ ref, text, isCode }: Span & { readonly kind: 'path' }, { context }: Facts): Shown {
  const { words, tell } = context;
  const open = press(() => tell({ type: 'openPath', ...ref }));
  const title = fill(words.message.openPath, plainCode(text));
  return html`<a class="path" href="#" title=${title} @click=${open} @auxclick=${open}
    >${isCode ? html`<code>${plainCode(text)}</code>` : plainCode(text)}</a
  >`;
}
