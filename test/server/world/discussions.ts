import { Rejection, meteorError } from '../failures';
import { mayPostIn } from './admission';
import type { Message, Room, User } from './documents';
import { addMember } from './membership';
import { post, postSystemMessage } from './posting';
import { avatarPath, pathPrefix } from './quotes';
import { createRoom } from './roomLife';
import { teamById } from './teams';
import { refOf } from './users';
import type { World } from './world';

interface NewDiscussion {
  /** The parent room's id. */
  readonly prid: string;
  readonly title: string;
  /** The message that it is about. */
  readonly pmid?: string | undefined;
  /** The first message in it. */
  readonly reply?: string | undefined;
  readonly usernames?: readonly string[] | undefined;
  /** As its parent if absent. */
  readonly encrypted?: boolean | undefined;
  /** The parent's name if absent. */
  readonly topic?: string | undefined;
}

const method = 'DiscussionCreation';

interface Plan {
  readonly parent: Room;
  readonly about: Message | undefined;
  readonly encrypted: boolean;
}

interface Opened {
  readonly room: Room;
  readonly isNew: boolean;
}

/** Makes a discussion; about one message there is one, which the caller joins the second time. */
export function openDiscussion(world: World, user: User, request: NewDiscussion): Opened {
  refuseForbidden(world, user, request);
  const about = aboutOf(world, request);
  const parent = parentOf(world, user, request);
  const encrypted = request.encrypted ?? parent.encrypted ?? false;
  if (encrypted && request.reply) {
    throw invalid('Encrypted discussions must not receive an initial reply.');
  }
  const existing = about && discussionAbout(world, parent, about);
  if (!existing)
    return { room: create(world, user, { request, plan: { parent, about, encrypted } }), isNew: true };
  if (!world.subscriptions.of(user._id, existing._id)) addMember(world, existing, user);
  return { room: existing, isNew: false };
}

function refuseForbidden(world: World, user: User, { prid }: NewDiscussion): void {
  const room = world.rooms.byId(prid);
  const may = ['start-discussion', 'start-discussion-other-user'].some((permission) =>
    world.hasPermission(user, permission, room),
  );
  if (world.isOn('Discussion_enabled') && may) return;
  const reason = 'You are not allowed to create a discussion';
  throw meteorError('error-action-not-allowed', reason, { method: 'createDiscussion' });
}

/** A message of the parent, or of a discussion of the parent. */
function aboutOf(world: World, { prid, pmid }: NewDiscussion): Message | undefined {
  if (prid === '') throw invalid('Missing parent room ID');
  if (!pmid) return undefined;
  const about = world.messages.byId(pmid);
  if (!about) throw meteorError('error-invalid-message', 'Invalid message', { method });
  const place = world.rooms.byId(about.rid);
  if (prid === (place?.prid ?? about.rid)) return about;
  throw invalid('Root message room ID does not match parent room ID ');
}

/** The reasons for which one may not post in the parent are codes here, without a text. */
function parentOf(world: World, user: User, { prid }: NewDiscussion): Room {
  const parent = codedRefusal(() => mayPostIn(world, user, prid));
  if (parent.prid === undefined) return parent;
  throw meteorError('error-nested-discussion', 'Cannot create nested discussions', { method });
}

function codedRefusal<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof Rejection && typeof error.body['error'] === 'string') {
      throw meteorError(error.body['error']);
    }
    throw error;
  }
}

function discussionAbout(world: World, parent: Room, about: Message): Room | undefined {
  return world.rooms.discussionsOf(parent._id).find((room) => room.pmid === about._id);
}

interface Creation {
  readonly request: NewDiscussion;
  readonly plan: Plan;
}

function create(world: World, user: User, { request, plan }: Creation): Room {
  const { parent, about, encrypted } = plan;
  const room = createRoom(world, {
    t: kindUnder(world, parent),
    name: world.newReadableId(),
    fname: request.title,
    creator: user,
    members: invited(world, about, request.usernames ?? []),
    encrypted,
    parent,
    ...topicOf(request, parent),
  });
  if (about && !parent.encrypted) room.description = about.msg;
  if (about) room.pmid = about._id;
  world.touchRoom(room);
  announce(world, user, { room, title: request.title, plan });
  if (request.reply) post(world, { author: user, room, draft: { msg: request.reply } });
  return room;
}

function topicOf({ topic }: NewDiscussion, parent: Room): { topic?: string } {
  const text = topic === undefined || topic === '' ? parent.name : topic;
  return text === undefined ? {} : { topic: text };
}

/** The author of the message comes along. */
function invited(world: World, about: Message | undefined, usernames: readonly string[]): User[] {
  const names = about ? [about.u.username, ...usernames] : usernames;
  return names.flatMap((name) => world.users.byUsername(name) ?? []);
}

function kindUnder(world: World, parent: Room): 'c' | 'p' {
  if (parent.t !== 'c') return 'p';
  const team = parent.teamId === undefined ? undefined : teamById(world, parent.teamId);
  return team?.type === 1 ? 'p' : 'c';
}

interface News {
  readonly room: Room;
  readonly title: string;
  readonly plan: Plan;
}

/** In the parent stands that the discussion is there; in the discussion, what it is about. */
function announce(world: World, user: User, { room, title, plan: { parent, about } }: News): void {
  const quote = about && quoteOf(world, parent, about);
  const attachments = quote && { attachments: [quote] };
  if (attachments) remind(world, user, room, attachments);
  postSystemMessage(world, {
    type: 'discussion-created',
    room: (about && world.rooms.byId(about.rid)) ?? parent,
    author: user,
    text: title,
    drid: room._id,
    ...attachments,
  });
}

/** The first message of a discussion counts for nothing. */
function remind(world: World, user: User, room: Room, { attachments }: Pick<Message, 'attachments'>): void {
  const message: Message = {
    _id: world.newHexId(),
    rid: room._id,
    msg: '',
    u: refOf(user),
    ts: world.timestamp(),
    ...(attachments && { attachments }),
    _updatedAt: world.timestamp(),
  };
  world.messages.add(message);
  world.touchMessage(message);
}

function quoteOf(world: World, parent: Room, { _id, msg, u, ts, attachments }: Message) {
  const words = { c: 'channel', p: 'group', d: 'direct' };
  const path = `${pathPrefix(world)}/${words[parent.t]}/${parent.name ?? parent._id}`;
  return {
    text: msg,
    author_name: u.username,
    author_icon: avatarPath(world, u.username),
    message_link: `${path}?msg=${_id}`,
    attachments: attachments ?? [],
    ts,
  };
}

function invalid(reason: string) {
  return meteorError('error-invalid-arguments', reason, { method });
}
