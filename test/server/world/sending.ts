import { meteorError, plainError } from '../failures';
import { mayPostIn } from './admission';
import { checkAttachments, checkAvatar } from './attachments';
import { checkCustomFields } from './customFields';
import type { Message, Room, User } from './documents';
import { whisperingRefusal } from './ephemeral';
import { post, type Draft, type Posting } from './posting';
import { isSystemType } from './systemTypes';
import type { World } from './world';

const method = 'sendMessage';

interface Sending {
  readonly draft: Draft;
  readonly previewUrls?: readonly string[];
}

/** `chat.sendMessage` with its checks in the server's order. Undefined if the draft's `_id` is taken. */
export function send(world: World, author: User, { draft, previewUrls }: Sending): Message | undefined {
  if (isSystemType(draft.t)) throw plainError("Cannot send system messages using 'chat.sendMessage'");
  checkThread(world, draft);
  const ts = acceptedTime(world, draft.ts);
  checkSize(world, draft.msg);
  const { rid, tmid } = placeOf(world, draft);
  if (!rid) throw plainError("The 'rid' property on the message object is missing.");
  const given = { ...draft, ts, ...(tmid !== undefined && { tmid }) };
  return whisperingRefusal({ world, user: author, rid: draft.rid ?? rid }, () => {
    const room = mayPostIn(world, author, rid);
    checkEncryption(world, room, draft);
    checkDraft(world, { author, room, draft });
    return post(world, { author, room, draft: given, ...(previewUrls && { previewUrls }) });
  });
}

/** What any message must keep to, however it is sent. */
export function checkDraft(world: World, { author, room, draft }: Posting): void {
  checkAvatar(world, draft.avatar);
  if ((draft.alias || draft.avatar) && !world.hasPermission(author, 'message-impersonate', room)) {
    throw plainError('Not enough permission');
  }
  checkAttachments(world, draft.attachments ?? []);
  if (draft['customFields']) checkCustomFields(world, draft['customFields']);
}

function checkThread(world: World, draft: Draft): void {
  if (draft.tshow && !draft.tmid) {
    throw meteorError('invalid-params', 'tshow provided but missing tmid', { method });
  }
  if (draft.tmid && !world.isOn('Threads_enabled'))
    throw meteorError('error-not-allowed', 'not-allowed', { method });
}

/** A time of the client's is taken only if it is nearly the server's. */
function acceptedTime(world: World, given: unknown): string {
  if (!given) return world.timestamp();
  const time = typeof given === 'string' || typeof given === 'number' ? new Date(given).getTime() : NaN;
  const off = Math.abs(time - world.now());
  if (!(off <= 60_000)) {
    throw meteorError('error-message-ts-out-of-sync', 'Message timestamp is out of sync', {
      method,
      message_ts: given,
      server_ts: world.now(),
    });
  }
  return off > 10_000 ? world.timestamp() : new Date(time).toISOString();
}

function checkSize(world: World, text: unknown): void {
  if (typeof text !== 'string' || text.length <= world.number('Message_MaxAllowedSize')) return;
  throw meteorError('error-message-size-exceeded', 'Message size exceeds Message_MaxAllowedSize', { method });
}

/** Threads do not nest, and a reply goes where its thread is, whatever room it names. */
function placeOf(world: World, draft: Draft): { rid: string | undefined; tmid: string | undefined } {
  const parent = draft.tmid ? world.messages.byId(draft.tmid) : undefined;
  return { rid: parent?.rid ?? draft.rid, tmid: parent?.tmid ?? draft.tmid };
}

function checkEncryption(world: World, room: Room, draft: Draft): void {
  const demanded = world.isOn('E2E_Enable') && !world.isOn('E2E_Allow_Unencrypted_Messages');
  if (!room.encrypted || !demanded || draft.t === 'e2e') return;
  throw meteorError('error-not-allowed', 'Not allowed to send un-encrypted messages in an encrypted room', {
    method,
  });
}
