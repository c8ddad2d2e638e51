import { html, nothing, type TemplateResult } from 'lit';
import type { AttachmentView } from '../../protocol/message';
import type { Scope } from './attachments';
import { cleanName } from './cleaned';
import type { PictureSource } from './lazyPicture';
import type { Recording } from './player';
import { recordingName } from './recordingName';
import './lazyPicture';
import './player';

/** Picture, sound and film of an attachment. */
export function mediaTemplate(attachment: AttachmentView, scope: Scope): readonly unknown[] {
  const { audio_url: audio, audio_type: audioType, video_url: video, video_type: videoType } = attachment;
  return [
    imageTemplate(attachment, scope),
    audio === undefined
      ? nothing
      : playerTemplate({ kind: 'audio', source: audio, type: audioType }, attachment, scope),
    video === undefined
      ? nothing
      : playerTemplate({ kind: 'video', source: video, type: videoType }, attachment, scope),
  ];
}

/** Small, beside the text. */
export function thumbTemplate({ thumb_url: source, ...attachment }: AttachmentView, scope: Scope): unknown {
  if (source === undefined) return nothing;
  return html`<span class="thumb"
    >${pictureTemplate({ source, ...namesOf(attachment, scope), size: thumbSize }, scope)}</span
  >`;
}

const thumbSize = { width: 64, height: 64 };

/** What is shown may be a small version of the file that its title leads to. */
function imageTemplate(attachment: AttachmentView, scope: Scope): unknown {
  const { image_url: source, title_link: link, fileId, image_dimensions: size } = attachment;
  if (source === undefined) return nothing;
  const full = fileId !== undefined && link !== undefined && link !== source ? link : undefined;
  return pictureTemplate(
    { source, ...namesOf(attachment, scope), ...(full !== undefined && { full }), ...(size && { size }) },
    scope,
  );
}

export function pictureTemplate(picture: PictureSource, { context }: Pick<Scope, 'context'>): TemplateResult {
  return html`<rc-picture .picture=${picture} .context=${context}></rc-picture>`;
}

function namesOf(
  { image_alt: alt, title }: AttachmentView,
  { message, context }: Scope,
): Pick<PictureSource, 'message' | 'alt'> {
  return { message: message.id, alt: cleanName(alt ?? title ?? context.words.message.picture) };
}

function playerTemplate(
  recording: Pick<Recording, 'kind' | 'source' | 'type'>,
  attachment: AttachmentView,
  { message, context }: Scope,
): TemplateResult {
  const name = cleanName(recordingName(recording.source, attachment));
  const whole: Recording = { ...recording, message: message.id, name };
  return html`<rc-player .recording=${whole} .context=${context}></rc-player>`;
}
