import type { OutgoingAttachment, OutgoingField } from '../api/endpoints/chat/attachment';
import {
  emptyAttachment,
  emptyComposition,
  type AttachmentForm,
  type Composition,
  type Target,
} from './composition';
import { shortCode } from './compositionEmoji';
import { recordOf } from './compositionJson';
import { isoTime, typedTime } from './compositionTime';
import type { Payload } from './payload';
import { flagKeys, isAttachmentKey, lineKeys, linkKeys } from './payloadKeys';

/** What the form says to the server. Empty things are left out, and what is no JSON cannot be said. */
export function toPayload(form: Composition): Payload {
  const { parseUrls } = form;
  const customFields = recordOf(form.customFields);
  const attachments = form.attachments.map(outgoing).filter(hasContent);
  return {
    ...targetKeys(form),
    ...withContent({
      text: form.text.trim(),
      alias: form.alias.trim(),
      emoji: shortCode(form.emoji),
      avatar: form.avatar.trim(),
    }),
    ...(parseUrls !== undefined && { parseUrls }),
    ...(customFields && { customFields }),
    ...(attachments.length > 0 && { attachments }),
  };
}

/** The form that says it. Of several targets beside a thread the first counts; of `roomId` and `channel` the first. */
export function fromPayload(payload: Payload): Composition {
  const { text, emoji, alias, avatar, parseUrls, customFields, tmid, attachments = [] } = payload;
  const entries = [payload.roomId ?? payload.channel ?? []].flat();
  return {
    ...emptyComposition,
    ...withContent({ text, emoji, alias, avatar, parseUrls }),
    targets: (tmid === undefined ? entries : entries.slice(0, 1)).map(targetOf),
    ...(tmid !== undefined && { thread: { id: tmid, label: '', alsoToRoom: false } }),
    customFields: jsonText(customFields),
    attachments: attachments.map(attachmentForm),
  };
}

/** Known by no more than its entry. */
export function targetOf(entry: string): Target {
  return { entry, label: entry.replace(/^[#@]/, '') };
}

function targetKeys({ targets, thread }: Composition): Pick<Payload, 'roomId' | 'channel' | 'tmid'> {
  const entries = [...new Set(targets.map(({ entry }) => entry.trim()).filter((entry) => entry !== ''))];
  const [first] = entries;
  if (thread) return { ...(first !== undefined && { roomId: first }), tmid: thread.id };
  if (first === undefined) return {};
  const named = entries.length === 1 ? first : entries;
  return entries.some((entry) => /^[#@]/.test(entry)) ? { channel: named } : { roomId: named };
}

/** What the form knows wins over what was pasted beside it. */
function outgoing(form: AttachmentForm): OutgoingAttachment {
  const lines = [...lineKeys, ...linkKeys].map((key) => [key, form[key].trim()] as const);
  const others = Object.entries(recordOf(form.rest) ?? {}).filter(([key]) => !isAttachmentKey(key));
  const known = withContent({
    ...Object.fromEntries(lines),
    text: form.text.trim() === '' ? undefined : form.text,
    ts: isoTime(form.ts.trim()) ?? form.ts.trim(),
    collapsed: form.collapsed || undefined,
    title_link_download: form.title_link_download || undefined,
    fields: fieldsOf(form),
  });
  return { ...Object.fromEntries(others), ...known };
}

/** A row that nobody has filled in is none. */
function fieldsOf({ fields }: AttachmentForm): readonly OutgoingField[] | undefined {
  const filled = fields
    .map(({ title, value, short }) => ({ title: title.trim(), value, ...(short && { short }) }))
    .filter(({ title, value }) => title !== '' || value.trim() !== '');
  return filled.length > 0 ? filled : undefined;
}

/** Nothing is to be seen of one that is merely folded. */
function hasContent(attachment: OutgoingAttachment): boolean {
  return Object.keys(attachment).some((key) => !flagKeys.some((flag) => flag === key));
}

/** Without what is empty. */
export function withContent<Whole extends object>(whole: Whole): Partial<Whole> {
  // A part of what came in, by its own keys.
  return Object.fromEntries(
    Object.entries(whole).filter(([, value]) => value !== undefined && value !== ''),
  ) as Partial<Whole>;
}

function attachmentForm(attachment: OutgoingAttachment): AttachmentForm {
  const entries = Object.entries(attachment);
  const others = Object.fromEntries(entries.filter(([key]) => !isAttachmentKey(key)));
  return {
    ...emptyAttachment(),
    // Keys that both have, of the same types but for the two that follow.
    ...(Object.fromEntries(entries.filter(([key]) => isAttachmentKey(key))) as Partial<AttachmentForm>),
    ts: typedTime(attachment.ts ?? ''),
    fields: (attachment.fields ?? []).map(({ title, value, short = false }) => ({ title, value, short })),
    rest: jsonText(others),
  };
}

function jsonText(record: Readonly<Record<string, unknown>> = {}): string {
  return Object.keys(record).length > 0 ? JSON.stringify(record, null, 2) : '';
}
