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
    if (!user || !subscription || !isWanted(news, { user, subscription })) return [];
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

interface Recipient {
  readonly user: User;
  readonly subscription: Subscription;
}

function isWanted(news: News, recipient: Recipient): boolean {
  return isThere(recipient.user) && !isShutOut(news, recipient) && isChosen(news, recipient);
}

function isThere({ active, status, statusConnection }: User): boolean {
  return active && status !== 'busy' && statusConnection !== 'offline';
}

function isShutOut({ world, room, sender, concern }: News, { user, subscription }: Recipient): boolean {
  if (user === sender || isSilenced(subscription, sender)) return true;
  if (room.t === 'd' && !world.hasPermission(user, 'view-d-room')) return true;
  return subscription.muteGroupMentions === true && concern.everyone && !isNamed(concern, user);
}

function isSilenced({ disableNotifications, ignored = [] }: Subscription, sender: User): boolean {
  return disableNotifications === true || ignored.includes(sender._id);
}

/** By what was chosen for the room, or by the person, or else by the workspace. */
function isChosen(news: News, { user, subscription: { desktopNotifications: own } }: Recipient): boolean {
  const { world, concern } = news;
  const isUndecided = concern.isCrowd && own === undefined;
  if (isUndecided && !isCalled(concern, user)) return false;
  const rule = own ?? world.setting('Accounts_Default_User_Preferences_desktopNotifications');
  return rule !== 'nothing' && isTold(news, user, rule);
}

/** Of threads hears only who follows them, or watches for the words. */
function isTold({ room, message, concern }: News, user: User, rule: unknown): boolean {
  if (isReply(message) && !concern.followers.has(user._id)) return isHighlighted(concern, user);
  if (isCalled(concern, user) || room.t === 'd') return true;
  return rule === 'all' || rule === 'allAndReaction' || (concern.everyone && !concern.isCrowd);
}

function isReply({ tmid, tshow }: Message): boolean {
  return tmid !== undefined && tshow !== true;
}

function isCalled(concern: Concern, user: User): boolean {
  return isHighlighted(concern, user) || isNamed(concern, user);
}

/** Who follows a thread is as good as named in it. */
function isNamed({ named, followers }: Concern, { _id }: User): boolean {
  return named.has(_id) || followers.has(_id);
}

function isHighlighted({ highlighted }: Concern, { _id }: User): boolean {
  return highlighted.includes(_id);
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
function words(news: News, subscription: Subscription) {
  const { world, room, sender, message } = news;
  const from = world.isOn('UI_Use_Real_Name') ? sender.name : sender.username;
  const text = textOf(message);
  if (room.t === 'd' && (room.uids ?? []).length <= 2) {
    return { title: from, text, name: directName(world, subscription) };
  }
  const name = room.t === 'd' ? directName(world, subscription) : roomName(room);
  return { title: room.t === 'd' ? name : `#${name}`, text: `${from}: ${text}`, name };
}

/** Discussions have no name that says anything. */
function roomName({ prid, name = '', fname }: Room): string {
  return prid === undefined ? name : (fname ?? name);
}

function directName(world: World, { name, fname }: Subscription): string {
  return world.isOn('UI_Use_Real_Name') && fname ? fname : name;
}

function textOf({ msg, t, attachments = [] }: Message): string {
  const [first] = attachments;
  if (msg === '' && first) return 'image_url' in first ? 'Uploaded an image' : 'Uploaded a file';
  return t === 'e2e' ? 'Encrypted message' : msg;
}
