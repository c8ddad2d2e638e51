import type { WireAttachment } from '../api/wire';
import type { Composition } from './composition';
import { fromPayload } from './compositionPayload';
import type { Message } from './message';
import { sourceOf, textOf } from './writtenText';

/** What hangs on a message and has no place in the form. */
export interface LeftOut {
  readonly kind: 'quote' | 'file';
  /** Of a quote its author, of a file its name; empty where the server does not say it. */
  readonly label: string;
}

/**
 * A message that was sent, as it would stand in the form: what `leftOutOf` tells is not in it, nor are custom fields and
 * whether its links were to have a preview, which nobody knows any more.
 */
export function formOf(message: Message): Composition {
  const { room, thread, author, hasAlias, avatar, emoji } = message;
  const form = fromPayload({
    roomId: room,
    tmid: thread,
    text: textOf(message),
    alias: hasAlias ? author.name : undefined,
    avatar,
    emoji,
    attachments: message.attachments.filter((one) => kindOf(one, message) === 'own').map(asSent),
  });
  const alsoToRoom = message.isShownInRoom === true;
  return { ...form, ...(form.thread && { thread: { ...form.thread, alsoToRoom } }) };
}

/** Whether its author has attached anything to it, besides files and quotes. */
export function hasAttachments(message: Message): boolean {
  return message.attachments.some((attachment) => kindOf(attachment, message) === 'own');
}

export function leftOutOf(message: Message): readonly LeftOut[] {
  return message.attachments.flatMap((attachment) => {
    const kind = kindOf(attachment, message);
    if (kind === 'own') return [];
    const { author_name, title } = attachment;
    return [{ kind, label: (kind === 'quote' ? author_name : title) ?? '' }];
  });
}

/** The server makes a quote of a link in the text; other attachments may have a `message_link` of their own. */
function kindOf({ type, fileId, message_link }: WireAttachment, message: Message): LeftOut['kind'] | 'own' {
  if (fileId !== undefined || type === 'file' || type === 'removed-file') return 'file';
  const isLinked = message_link !== undefined && sourceOf(message).includes(`](${message_link})`);
  return isLinked ? 'quote' : 'own';
}

/** The server parses texts anew. */
function asSent({ md: _md, descriptionMd: _descriptionMd, ...attachment }: WireAttachment) {
  return attachment;
}
