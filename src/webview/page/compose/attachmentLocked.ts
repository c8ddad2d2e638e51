import { html, nothing, type TemplateResult } from 'lit';
import type { AttachmentForm } from '../../protocol/compose';
import type { ComposeAttachmentWords } from '../../protocol/composeAttachmentWords';
import { fill } from '../shared/fill';
import { nameOf, restKeys } from './attachmentForm';

interface Shown {
  readonly attachment: AttachmentForm;
  readonly at: number;
  readonly count: number;
}

/** What an attachment holds, and nothing that could change it. */
export function lockedCard({ attachment, at, count }: Shown, words: ComposeAttachmentWords): TemplateResult {
  const name = nameOf(attachment) ?? words.untitled;
  return html`<section
    class="card locked"
    role="group"
    data-attachment=${attachment.id}
    aria-label=${fill(words.card, at + 1, count, name)}
  >
    <header>
      <i class="codicon codicon-lock" aria-hidden="true"></i>
      <b title=${name}>${at + 1} · ${name}</b>
    </header>
    <dl>${entriesOf(attachment, words).map(([label, value]) => entry(label, value))}</dl>
  </section>`;
}

type Entry = readonly [label: string, value: string];

function entry(label: string, value: string): TemplateResult | typeof nothing {
  if (value === '') return nothing;
  return html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}

function entriesOf(attachment: AttachmentForm, words: ComposeAttachmentWords): readonly Entry[] {
  return [
    ...titleEntries(attachment, words),
    ...commonEntries(attachment, words),
    ...fieldEntries(attachment, words),
    ...authorEntries(attachment, words),
    ...mediaEntries(attachment, words),
    ...keptEntries(attachment, words),
  ];
}

function titleEntries(attachment: AttachmentForm, { title, yes }: ComposeAttachmentWords): readonly Entry[] {
  return [
    [title.title, attachment.title],
    [title.link, attachment.title_link],
    [title.download, attachment.title_link_download ? yes : ''],
  ];
}

function commonEntries(
  attachment: AttachmentForm,
  { common, yes }: ComposeAttachmentWords,
): readonly Entry[] {
  return [
    [common.text, attachment.text],
    [common.color, attachment.color],
    [common.thumb, attachment.thumb_url],
    [common.time, attachment.ts],
    [common.messageLink, attachment.message_link],
    [common.collapsed, attachment.collapsed ? yes : ''],
  ];
}

/** Told apart from the form's own labels, whatever they are called. */
function fieldEntries(
  { fields: rows }: AttachmentForm,
  { fields }: ComposeAttachmentWords,
): readonly Entry[] {
  return rows.map(({ title, value, short }) => [
    `${fields.group}: ${title}`,
    short ? `${value} (${fields.short})` : value,
  ]);
}

function authorEntries(attachment: AttachmentForm, { author }: ComposeAttachmentWords): readonly Entry[] {
  return [
    [author.group, attachment.author_name],
    [`${author.group}: ${author.link}`, attachment.author_link],
    [`${author.group}: ${author.icon}`, attachment.author_icon],
  ];
}

function mediaEntries(attachment: AttachmentForm, { media }: ComposeAttachmentWords): readonly Entry[] {
  return [
    [media.image, attachment.image_url],
    [media.audio, attachment.audio_url],
    [media.video, attachment.video_url],
  ];
}

function keptEntries(attachment: AttachmentForm, { kept }: ComposeAttachmentWords): readonly Entry[] {
  const keys = restKeys(attachment);
  return keys.length === 0 ? [] : [[fill(kept.also, keys.join(', ')), attachment.rest]];
}
