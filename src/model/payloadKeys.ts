import type { OutgoingAttachment } from '../api/endpoints/chat/attachment';
import type { Payload } from './payload';

type Of<Whole> = readonly (keyof Whole)[];

/** In the order of the server's documentation, as all that follow. */
export const payloadKeys = [
  'roomId',
  'channel',
  'tmid',
  'text',
  'alias',
  'emoji',
  'avatar',
  'parseUrls',
  'customFields',
  'attachments',
] as const satisfies Of<Payload>;

export const attachmentKeys = [
  'color',
  'text',
  'ts',
  'thumb_url',
  'message_link',
  'collapsed',
  'author_name',
  'author_link',
  'author_icon',
  'title',
  'title_link',
  'title_link_download',
  'image_url',
  'audio_url',
  'video_url',
  'fields',
] as const satisfies Of<OutgoingAttachment>;

/** Those that hold an address. */
export const linkKeys = [
  'thumb_url',
  'message_link',
  'author_link',
  'author_icon',
  'title_link',
  'image_url',
  'audio_url',
  'video_url',
] as const satisfies Of<OutgoingAttachment>;

/** Of one line each, besides the addresses. */
export const lineKeys = ['color', 'author_name', 'title'] as const satisfies Of<OutgoingAttachment>;

export const flagKeys = ['collapsed', 'title_link_download'] as const satisfies Of<OutgoingAttachment>;

export function isAttachmentKey(key: string): boolean {
  return attachmentKeys.some((known) => known === key);
}
