import { meteorError } from '../failures';
import { mayPostIn } from './admission';
import { checkCustomFields } from './customFields';
import type { Message, Room, User } from './documents';
import { noteMark } from './marks';
import { addContent, checkGroupMentions } from './posting';
import { censored, markdownTree } from './text';
import { keepFormerText } from './trail';
import type { World } from './world';

export interface Edit {
  /** Absent for an encrypted message. */
  readonly text?: string;
  readonly encrypted?: { readonly content: NonNullable<Message['content']>; readonly e2eMentions?: object };
  readonly customFields?: Readonly<Record<string, unknown>>;
  readonly previewUrls?: readonly string[];
}

interface Editing {
  readonly message: Message;
  readonly user: User;
  readonly edit: Edit;
}

/** `chat.update` with its checks in the server's order. The same text again changes nothing. */
export function editChecked(world: World, { message, user, edit }: Editing): void {
  if (isNothingNew(message, edit)) return;
  checkRight(world, message, user);
  checkAge(world, message, user);
  const room = mayPostIn(world, user, message.rid);
  const edited = editedMessage(world, room, { message, user, edit });
  if (edit.customFields) checkCustomFields(world, edit.customFields);
  if (world.isOn('Message_KeepHistory')) keepFormerText(world, message, user);
  replace(message, edited);
  noteMark(world, message);
}

function isNothingNew(message: Message, { text, customFields, previewUrls }: Edit): boolean {
  const former = fileDescription(message) ?? message.msg;
  return text === former && !customFields && !previewUrls;
}

/** Of a file that came with words of its own. */
function fileDescription({ attachments = [] }: Message): unknown {
  return attachments[0]?.['description'];
}

function checkRight(world: World, message: Message, user: User): void {
  const isOwn = message.u._id === user._id;
  if (isOwn && world.isOn('Message_AllowEditing')) return;
  if (world.hasPermission(user, 'edit-message', world.rooms.byId(message.rid))) return;
  throw meteorError('error-action-not-allowed', 'Message editing not allowed', {
    method: 'updateMessage',
    action: 'Message_editing',
  });
}

/** Whole minutes count. */
function checkAge(world: World, message: Message, user: User): void {
  const limit = world.number('Message_AllowEditing_BlockEditInMinutes');
  if (limit === 0 || world.hasPermission(user, 'bypass-time-limit-edit-and-delete')) return;
  if (Math.floor((world.now() - Date.parse(message.ts)) / 60_000) < limit) return;
  throw meteorError('error-message-editing-blocked', 'Message editing is blocked', {
    method: 'updateMessage',
  });
}

/** The message as it will be; nothing is changed by it. */
function editedMessage(world: World, room: Room, { message, user, edit }: Editing): Message {
  const edited: Message = {
    ...message,
    ...edit.encrypted,
    ...(edit.customFields && { customFields: edit.customFields }),
    editedAt: world.timestamp(),
    editedBy: { _id: user._id, username: user.username },
  };
  if (edit.text === undefined) return edited;
  writeText(world, edited, edit.text);
  const posting = { author: user, room, draft: edited };
  addContent(world, edited, { ...posting, ...(edit.previewUrls && { previewUrls: edit.previewUrls }) });
  checkGroupMentions(world, posting, edited);
  return edited;
}

/** Quotes are made anew from the links of the text. */
function writeText(world: World, edited: Message, text: string): void {
  const [file, ...others] = edited.attachments ?? [];
  if (fileDescription(edited) === undefined) edited.msg = censored(world, text);
  else {
    const described = { ...file, description: text, descriptionMd: markdownTree(world, text) };
    edited.attachments = [described, ...others];
  }
  edited.attachments &&= edited.attachments.filter(({ message_link: link }) => link === undefined);
  delete edited.md;
}

function replace(message: Message, edited: Message): void {
  if (edited.md === undefined) delete message.md;
  Object.assign(message, edited);
}
