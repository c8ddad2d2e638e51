import { meteorError, Rejection } from '../failures';
import { isObject } from '../isObject';
import type { JsonObject } from '../route';
import { history } from '../routes/history';
import { canAccess } from '../world/access';
import type { Message, Room } from '../world/documents';
import { pinChecked, star, unpinChecked, unstar } from '../world/marks';
import { react } from '../world/reactions';
import { markThreadRead } from '../world/reading';
import { send } from '../world/sending';
import { filePath } from '../world/uploads';
import { messageFor } from '../world/views';
import type { World } from '../world/world';
import { type Method, noMatch, signedIn, type SignedCaller } from './method';

/** Methods about what is said. */
export const messageMethods: Readonly<Record<string, Method>> = {
  sendMessage: signedIn('sendMessage', (caller, [message, previewUrls]) =>
    sendMessage(caller, objectOf(message), previewUrls),
  ),
  setReaction: signedIn('setReaction', setReaction),
  pinMessage: signedIn('pinMessage', (caller, [message]) => {
    const found = markedMessage(caller.world, message, 'pin');
    return messageFor(caller.world, caller.user, pinChecked(caller.world, found, caller.user));
  }),
  unpinMessage: signedIn('unpinMessage', (caller, [message]) => {
    unpinChecked(caller.world, markedMessage(caller.world, message, 'unpin'), caller.user);
    return true;
  }),
  starMessage: signedIn('starMessage', starMessage),
  readThreads: signedIn('getThreadMessages', (caller, [tmid]) => readThread(caller, textOf(tmid))),
  getThreadMessages: signedIn('getThreadMessages', (caller, [query]) =>
    threadMessages(caller, objectOf(query)),
  ),
  getChannelHistory: signedIn('getChannelHistory', (caller, [query]) =>
    channelHistory(caller, objectOf(query)),
  ),
  getS3FileUrl: signedIn('sendFileMessage', fileUrl),
};

function objectOf(value: unknown): JsonObject {
  if (!isObject(value)) throw noMatch();
  return value;
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw noMatch();
  return value;
}

const sendKeys = [
  ['_id', 'rid', 'msg', 'tmid', 'tshow', 'ts', 't', 'bot', 'content', 'e2e', 'e2eMentions', 'customFields'],
  ['federation', 'groupable', 'sentByEmail'],
].flat();

/** Two refusals are answered; all others are only whispered, if at all. */
function sendMessage(caller: SignedCaller, message: JsonObject, previewUrls: unknown): Message | undefined {
  const { world, user } = caller;
  if (Object.keys(message).some((key) => !sendKeys.includes(key))) throw noMatch();
  const urls = Array.isArray(previewUrls) ? previewUrls.map(String) : undefined;
  try {
    return send(world, user, { draft: message, ...(urls && { previewUrls: urls }) });
  } catch (error) {
    if (!(error instanceof Rejection) || isTold(error)) throw error;
    return undefined;
  }
}

function isTold({ body: { error, errorType } }: Rejection): boolean {
  return ['error-not-allowed', 'restricted-workspace'].includes(String(errorType ?? error));
}

function setReaction({ world, user }: SignedCaller, [emoji, id, shouldReact]: readonly unknown[]): void {
  const message = world.messages.byId(textOf(id));
  if (!message) throw meteorError('error-not-allowed', 'Not allowed', { method: 'setReaction' });
  react(world, {
    message,
    user,
    emoji: textOf(emoji),
    ...(typeof shouldReact === 'boolean' && { shouldReact }),
  });
}

function markedMessage(world: World, given: unknown, verb: 'pin' | 'unpin'): Message {
  const message = world.messages.byId(textOf(objectOf(given)['_id']));
  if (message) return message;
  throw meteorError('error-invalid-message', `Message you are ${verb}ning was not found`, {
    method: `${verb}Message`,
    action: 'Message_pinning',
  });
}

/** Says whether there was anything to do. */
function starMessage({ world, user }: SignedCaller, [given]: readonly unknown[]): boolean {
  const { _id, rid, starred } = objectOf(given);
  const message = world.messages.byId(textOf(_id));
  if (!message || !world.subscriptions.of(user._id, textOf(rid))) return false;
  if (starred === true) star(world, message, user);
  else unstar(world, message, user);
  return true;
}

/** The thread, marked as read; undefined where there is none. */
function readThread({ world, user }: SignedCaller, tmid: string): Message | undefined {
  const method = 'getThreadMessages';
  if (!world.isOn('Threads_enabled')) throw meteorError('error-not-allowed', 'Threads Disabled', { method });
  const main = world.messages.byId(tmid);
  if (!main) return undefined;
  accessibleRoom({ world, user }, main.rid, method);
  const subscription = world.subscriptions.of(user._id, main.rid);
  if (subscription) markThreadRead(world, subscription, tmid);
  return main;
}

const mostReplies = 50;

/** Unlike the REST call of that name this one answers the first message as well, and reads the thread. */
function threadMessages(caller: SignedCaller, query: JsonObject): Message[] {
  const { tmid, limit, skip } = query;
  if (Number(limit) > mostReplies) {
    throw meteorError('error-not-allowed', 'Not allowed', { method: 'getThreadMessages' });
  }
  const main = readThread(caller, textOf(tmid));
  if (!main?.tcount) return [];
  const start = Number(skip) || 0;
  const replies = [...caller.world.messages.inThread(main._id)].reverse();
  const visible = replies.filter((reply) => reply['_hidden'] !== true);
  return [main, ...visible.slice(start, limit ? start + Number(limit) : undefined)];
}

function channelHistory({ world, user }: SignedCaller, given: JsonObject): JsonObject {
  const room = accessibleRoom({ world, user }, textOf(given['rid']), 'getChannelHistory');
  const query = Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
  );
  const window = {
    offset: Number(given['offset']) || 0,
    count: Number(given['count']) || 20,
    withReplies: given['showThreadMessages'] !== false,
  };
  return history({ world, user, query }, room, window);
}

function accessibleRoom(
  { world, user }: Pick<SignedCaller, 'world' | 'user'>,
  rid: string,
  method: string,
): Room {
  const room = world.rooms.byId(rid);
  if (room && canAccess(world, user, room)) return room;
  throw meteorError('error-not-allowed', 'Not allowed', { method });
}

/** Files lie in the server's own storage: their address is that of everyone. */
function fileUrl({ world, user }: SignedCaller, [fileId]: readonly unknown[]): string {
  const file = world.uploads.byId(textOf(fileId));
  if (!file) throw meteorError('error-invalid-file', 'Invalid file', { method: 'getS3FileUrl' });
  accessibleRoom({ world, user }, file.rid, 'getS3FileUrl');
  return filePath(file);
}
