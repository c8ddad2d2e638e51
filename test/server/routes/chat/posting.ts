import { plainError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import { mayPostIn } from '../../world/admission';
import type { Room } from '../../world/documents';
import { post, type Draft } from '../../world/posting';
import { checkDraft, send } from '../../world/sending';
import { postTarget } from '../../world/targets';
import { messageFor } from '../../world/views';
import { textOf } from '../parameters';
import {
  closed,
  flag,
  optionalFlag,
  optionalObject,
  optionalText,
  optionalTexts,
  text,
  texts,
} from '../schemas';

/**
 * What the server's own code trips over when a message of that id is there already.
 */
const duplicateAccident = "Cannot read properties of undefined (reading 'starred')";

const objects = { type: 'array', items: { type: 'object' }, nullable: true };
const oneOrMore = { oneOf: [text, texts] };

const postKeys = {
  text: optionalText,
  alias: optionalText,
  emoji: optionalText,
  avatar: optionalText,
  attachments: objects,
  parseUrls: flag,
  customFields: optionalObject,
};

const messageKeys = {
  _id: optionalText,
  rid: text,
  tmid: optionalText,
  msg: optionalText,
  alias: optionalText,
  emoji: optionalText,
  avatar: optionalText,
  tshow: optionalFlag,
  attachments: objects,
  blocks: objects,
  customFields: optionalObject,
};

export const postingRoutes: readonly Route[] = [
  {
    verb: 'POST',
    name: 'chat.postMessage',
    auth: 'required',
    body: {
      oneOf: [
        closed({ roomId: oneOrMore, tmid: text, ...postKeys }, ['roomId']),
        closed({ channel: oneOrMore, ...postKeys }, ['channel']),
      ],
    },
    handle: postMessage,
  },
  {
    verb: 'POST',
    name: 'chat.sendMessage',
    auth: 'required',
    body: closed(
      {
        message: { type: 'object', properties: messageKeys },
        previewUrls: optionalTexts,
      },
      ['message'],
    ),
    handle: sendMessage,
  },
];

/** All targets are found, joined and checked before anything is sent; only the first is answered. */
function postMessage(call: Call): JsonObject {
  const { world, user } = call;
  const draft = postDraft(call.body);
  refuseLong(call, draft);
  const targets = [...new Set([call.body['channel'] ?? call.body['roomId']].flat())].map(String);
  const rooms = targets.map((target) => admitted(call, target, draft));
  const [sent] = rooms.map((room) => post(world, { author: user, room, draft }));
  if (!sent) throw plainError('unknown-error');
  return { ts: world.now(), channel: targets[0], message: messageFor(world, user, sent) };
}

function admitted({ world, user }: Call, target: string, draft: Draft): Room {
  const room = mayPostIn(world, user, postTarget(world, user, target)._id);
  checkDraft(world, { author: user, room, draft });
  return room;
}

/** Empty keys are left out; a picture wins over an emoji. */
function postDraft(body: JsonObject): Draft {
  const attachments = attachmentsOf(body);
  const { alias, avatar, emoji, tmid, customFields } = body;
  return withoutEmpty({
    alias,
    avatar,
    emoji: avatar ? undefined : emoji,
    tmid,
    customFields,
    msg: (textOf(body, 'text') ?? '').trim(),
    attachments,
    parseUrls: body['parseUrls'] ?? !body['attachments'],
    groupable: false,
  });
}

/** A `msg` in an attachment is another word for its text. */
function attachmentsOf(body: JsonObject): JsonObject[] | undefined {
  // The route's schema lets nothing but a list of objects through.
  const given = (body['attachments'] ?? []) as JsonObject[];
  if (given.length === 0) return undefined;
  return given.map(({ msg, ...others }) =>
    typeof msg === 'string' ? { ...others, text: msg.trim() } : others,
  );
}

function refuseLong({ world, body }: Call, { attachments = [] }: Draft): void {
  const limit = world.number('Message_MaxAllowedSize');
  const texts = [body['text'], ...attachments.map((attachment) => attachment['text'])];
  if (texts.some((text) => typeof text === 'string' && text.length > limit)) {
    throw plainError('error-message-size-exceeded');
  }
}

function sendMessage({ world, user, body }: Call): JsonObject {
  // Both by the route's schema.
  const message = body['message'] as JsonObject;
  const previewUrls = body['previewUrls'] as readonly string[] | null | undefined;
  const draft = sendDraft(message);
  const sent = send(world, user, { draft, ...(previewUrls && { previewUrls }) });
  if (!sent) throw plainError(duplicateAccident);
  return { message: messageFor(world, user, sent) };
}

/**
 * `null`, and no text in one of the known keys, is as if the key were not there. Other keys are stored as
 * they are.
 */
function sendDraft(message: JsonObject): Draft {
  const given = Object.entries(message).filter(
    ([key, value]) => value !== null && !(value === '' && Object.hasOwn(messageKeys, key)),
  );
  return Object.fromEntries(given);
}

function withoutEmpty(keys: JsonObject): Draft {
  const empty: readonly unknown[] = [undefined, null, ''];
  return Object.fromEntries(Object.entries(keys).filter(([, value]) => !empty.includes(value)));
}
