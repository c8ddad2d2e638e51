import { meteorError, plainError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import { deleteChecked } from '../../world/deletion';
import type { Message, User } from '../../world/documents';
import { type Edit, editChecked } from '../../world/editing';
import { react } from '../../world/reactions';
import { messageFor } from '../../world/views';
import type { World } from '../../world/world';
import { existingMessage } from './messageAccess';
import { isTrue, neededText, textOf } from '../parameters';
import { closed, optionalFlag, optionalObject, optionalTexts, someText, text } from '../schemas';

const byId = closed({ msgId: text, roomId: text, asUser: optionalFlag }, ['msgId', 'roomId']);
const byIdOrFile = {
  ...closed({ msgId: text, roomId: text, fileId: text, asUser: optionalFlag }),
  anyOf: [{ required: ['msgId', 'roomId'] }, { required: ['fileId'] }],
};

const textEdit = closed(
  {
    roomId: text,
    msgId: text,
    text,
    previewUrls: optionalTexts,
    customFields: optionalObject,
  },
  ['roomId', 'msgId', 'text'],
);
const encryptedEdit = closed(
  { roomId: text, msgId: text, content: { type: 'object' }, e2eMentions: { type: 'object' } },
  ['roomId', 'msgId', 'content'],
);

const reaction = { messageId: someText, shouldReact: optionalFlag };

export const editingRoutes: readonly Route[] = [
  {
    verb: 'POST',
    name: 'chat.update',
    auth: 'required',
    body: { oneOf: [textEdit, encryptedEdit] },
    handle: update,
  },
  { verb: 'POST', name: 'chat.delete', auth: 'required', until: '8.6', body: byId, handle: remove },
  {
    verb: 'POST',
    name: 'chat.delete',
    auth: 'required',
    since: '8.6',
    body: byIdOrFile,
    handle: remove,
  },
  {
    verb: 'POST',
    name: 'chat.react',
    auth: 'required',
    body: {
      oneOf: [
        closed({ emoji: text, ...reaction }, ['emoji', 'messageId']),
        closed({ reaction: text, ...reaction }, ['reaction', 'messageId']),
      ],
    },
    handle: toggleReaction,
  },
];

function update(call: Call): JsonObject {
  const { world, user, body } = call;
  const message = messageInRoom(call);
  if ('content' in body && message.t !== 'e2e') {
    throw plainError('Only encrypted messages can have content updated.');
  }
  editChecked(world, { message, user, edit: editIn(body) });
  return { message: messageFor(world, user, message) };
}

/** The route's schema has looked at the shapes. */
function editIn(body: JsonObject): Edit {
  const { content, e2eMentions } = body as { content?: Message['content']; e2eMentions?: object };
  const { customFields, previewUrls } = body as Pick<Edit, 'customFields' | 'previewUrls'>;
  const newText = textOf(body, 'text');
  return {
    ...(newText !== undefined && { text: newText }),
    ...(content && { encrypted: { content, ...(e2eMentions && { e2eMentions }) } }),
    ...(customFields && { customFields }),
    ...(previewUrls && { previewUrls }),
  };
}

function remove(call: Call): JsonObject {
  const { world, body } = call;
  const message = 'fileId' in body ? messageOfFile(call) : messageInRoom(call);
  const { _id, rid, u } = message;
  deleteChecked(world, message, isTrue(body, 'asUser') ? authorOf(call, message) : call.user);
  return { _id, ts: String(world.now()), message: { _id, rid, u } };
}

/** To delete in another's name one needs a right; as oneself everyone may try. */
function authorOf({ world, user }: Call, message: Message): User {
  const room = world.rooms.byId(message.rid);
  if (message.u._id !== user._id && !world.hasPermission(user, 'force-delete-message', room)) {
    const needed = 'You must have the permission "force-delete-message"';
    throw plainError(`Unauthorized. ${needed} to delete other's message as them.`);
  }
  const author = world.users.byId(message.u._id);
  if (!author) throw plainError('User not found');
  return author;
}

function messageInRoom({ world, body }: Call): Message {
  const id = neededText(body, 'msgId');
  const message = world.messages.byId(id);
  if (!message) throw plainError(`No message found with the id of "${id}".`);
  if (message.rid === body['roomId']) return message;
  throw plainError('The room id provided does not match where the message is from.');
}

function messageOfFile({ world, body }: Call): Message {
  const id = neededText(body, 'fileId');
  const message = fileMessage(world, id);
  if (!message) throw plainError(`No message found with the file id: "${id}".`);
  return message;
}

function fileMessage(world: World, fileId: string): Message | undefined {
  const rid = world.uploads.byId(fileId)?.rid;
  const messages = rid === undefined ? [] : world.messages.inRoom(rid);
  return messages.find(
    ({ file, files = [] }) => file?.['_id'] === fileId || files.some(({ _id }) => _id === fileId),
  );
}

function toggleReaction(call: Call): JsonObject {
  const { world, user, body } = call;
  const message = existingMessage(call);
  const emoji = textOf(body, 'emoji') ?? neededText(body, 'reaction');
  if (emoji === '') {
    throw meteorError('error-emoji-param-not-provided', 'The required "emoji" param is missing.');
  }
  const { shouldReact } = body;
  react(world, { message, user, emoji, ...(typeof shouldReact === 'boolean' && { shouldReact }) });
  return {};
}
