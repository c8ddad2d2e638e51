import type { Message, Room, Subscription, User } from '../world/documents';
import { isSystemType } from '../world/systemTypes';
import { highlightedBy, naming } from '../world/unread';
import type { World } from '../world/world';

interface Notified {
  readonly userId: string;
  readonly notification: object;
}

/** Whom of those who are there a new message wants, each by the own preferences. */
export function notifications(world: World, message: Message, present: Iterable<string>): Notified[] {
  const room = world.rooms.byId(message.rid);
  const sender = world.users.byId(message.u._id);
  if (!room || !sender || isSystemType(message.t) || message['_hidden'] === true) return [];
  const news: News = { world, room, sender, message, concern: concernOf(world, room, message) };
  return [...present].flatMap((userId) => {
    const subscription = world.subscriptions.of(userId, room._id);
    const user = world.users.byId(userId);
    if (!user || !subscription || !isWanted(news, user, subscription)) return [];
    return { userId, notification: shown(news, subscription) };
  });
}

interface News {
  readonly world: World;
  readonly room: Room;
  readonly sender: User;
  readonly message: Message;
  readonly concern: Concern;
}

/** Whom a message is meant for. */
interface Concern {
  readonly named: ReadonlySet<string>;
  /** Who follows the thread that it is in. */
  readonly followers: ReadonlySet<string>;
  readonly highlighted: readonly string[];
  readonly everyone: boolean;
  /** In a room with so many members nobody is told of everything. */
  readonly isCrowd: boolean;
}

/** The server's own default for `Notifications_Max_Room_Members`. */
const crowd = 100;

function concernOf(world: World, room: Room, message: Message): Concern {
  const { people, everyone } = naming(world, message);
  const main = message.tmid === undefined ? undefined : world.messages.byId(message.tmid);
  return {
    named: people,
    followers: new Set(main?.replies),
    highlighted: highlightedBy(world, message),
    everyone,
    isCrowd: room.usersCount > crowd,
  };
}

function isWanted(news: News, user: User, subscription: Subscription): boolean {
  const { world, room, sender, concern } = news;
  if (user === sender || !user.active || user.statusConnection === 'offline' || user.status === 'busy')
    return false;
  if (subscription.disableNotifications || subscription.ignored?.includes(sender._id)) return false;
  if (room.t === 'd' && !world.hasPermission(user, 'view-d-room')) return false;
  const isNamed = isMeant(concern, user);
  if (!isNamed && subscription.muteGroupMentions && concern.everyone) return false;
  return isChosen(news, { user, chosen: choiceOf(subscription) });
}

/** Who follows a thread is as good as named in it. */
function isMeant({ named, followers }: Concern, { _id }: User): boolean {
  return named.has(_id) || followers.has(_id);
}

function choiceOf({ desktopNotifications }: Subscription): string | undefined {
  return typeof desktopNotifications === 'string' ? desktopNotifications : undefined;
}

interface Choice {
  readonly user: User;
  /** Undefined: the workspace's own. */
  readonly chosen: string | undefined;
}

function isChosen(news: News, { user, chosen }: Choice): boolean {
  const { world, concern, message } = news;
  const isNamed = isMeant(concern, user);
  const isHighlighted = concern.highlighted.includes(user._id);
  if (concern.isCrowd && chosen === undefined && !isHighlighted && !isNamed) return false;
  const isInThread = message.tmid !== undefined && message.tshow !== true;
  const isFollowed = concern.followers.has(user._id);
  const rule = chosen ?? world.text('Accounts_Default_User_Preferences_desktopNotifications');
  if (rule === 'nothing') return false;
  if (isInThread && !isFollowed && !isHighlighted) return false;
  return rule === 'all' || rule === 'allAndReaction' || isNamed || isHighlighted || isForAll(news);
}

function isForAll({ room, concern }: News): boolean {
  return room.t === 'd' || (!concern.isCrowd && concern.everyone);
}

function shown(news: News, subscription: Subscription) {
  const { room, sender, message } = news;
  const { _id, rid, tmid, msg, t, content } = message;
  const payload = {
    _id,
    rid,
    tmid,
    sender: { _id: sender._id, username: sender.username, name: sender.name },
    type: room.t,
    message: { msg, t, content },
  };
  const { title, text, name } = words(news, subscription);
  return { title, text, payload: { ...payload, name } };
}

/** Between two the title is the person, else the room. */
function words({ world, room, sender, message }: News, { name, fname }: Subscription) {
  const isNamedReally = world.isOn('UI_Use_Real_Name');
  const from = isNamedReally ? sender.name : sender.username;
  const text = textOf(message);
  if (room.t !== 'd') {
    const roomName = (room.prid === undefined ? room.name : room.fname) ?? '';
    return { title: `#${roomName}`, text: `${from}: ${text}`, name: roomName };
  }
  const directName = (isNamedReally ? fname : undefined) ?? name;
  const isGroup = (room.uids ?? []).length > 2;
  if (isGroup) return { title: directName, text: `${from}: ${text}`, name: room.name ?? directName };
  return { title: from, text, name: room.name ?? directName };
}

function textOf({ msg, t, attachments = [] }: Message): string {
  const [first] = attachments;
  if (msg === '' && first) return 'image_url' in first ? 'Uploaded an image' : 'Uploaded a file';
  return t === 'e2e' ? 'Encrypted message' : msg;
}
