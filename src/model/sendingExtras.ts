import type { OutgoingAttachment } from '../api/endpoints/chat/attachment';
import type { Appearance, SendMessage, SendMessageBody } from '../api/endpoints/chat/posting';
import { isRecord, optionalText, records, texts } from './parse';

/** What a message carries besides its text; the server stores it as it comes. */
export interface Extras extends Appearance {
  /** Only these links get a preview; an empty list means none, no list all. */
  readonly previewUrls?: readonly string[];
}

/** Of a file that we have written; what is not as it should be is left out. */
export function extrasFrom(value: unknown): Extras | undefined {
  if (!isRecord(value)) return undefined;
  const { attachments, customFields, previewUrls } = value;
  const extras = {
    ...(Array.isArray(attachments) && { attachments: attachmentsFrom(attachments) }),
    ...appearanceFrom(value),
    ...(isRecord(customFields) && { customFields }),
    ...(Array.isArray(previewUrls) && { previewUrls: texts(previewUrls) }),
  };
  return Object.keys(extras).length > 0 ? extras : undefined;
}

/** As `chat.sendMessage` takes them: the one part in the message, the other beside it. */
export function bodyWith(message: SendMessage, extras: Extras = {}): SendMessageBody {
  const { previewUrls, ...inside } = extras;
  return { message: { ...message, ...inside }, ...(previewUrls && { previewUrls }) };
}

/** All that it says, for where only texts can be kept. */
export function plainTextOf({ text, extras }: { readonly text: string; readonly extras?: Extras }): string {
  const attached = (extras?.attachments ?? []).flatMap(({ title, text: words }) => [title, words]);
  return [text, ...attached].filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** With keys that we do not know: what was accepted goes as it is, and the server judges it. */
function attachmentsFrom(value: readonly unknown[]): readonly OutgoingAttachment[] {
  return records(value);
}

function appearanceFrom(
  value: Readonly<Record<string, unknown>>,
): Pick<Appearance, 'alias' | 'avatar' | 'emoji'> {
  const keys = ['alias', 'avatar', 'emoji'] as const;
  const found = keys.flatMap((key) => {
    const text = optionalText(value[key]);
    return text === undefined ? [] : [[key, text] as const];
  });
  return Object.fromEntries(found);
}
