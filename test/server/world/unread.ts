import type { Message, Room, Subscription } from './documents';
import type { World } from './world';

/** Whom a message names, apart from its author. */
interface Naming {
  readonly people: ReadonlySet<string>;
  readonly everyone: boolean;
}

/** The values of `Unread_Count` under which a message counts, by why it concerns someone. */
const countedUnder = {
  person: ['all_messages', 'user_mentions_only', 'user_and_group_mentions_only'],
  group: ['all_messages', 'group_mentions_only', 'user_and_group_mentions_only'],
  message: ['all_messages'],
};

type Reason = keyof typeof countedUnder;

export function naming(world: World, message: Message): Naming {
  const mentions = message.mentions ?? [];
  const people = mentions
    .filter((mention) => (mention.type ?? 'user') === 'user' && !isGroup(mention._id))
    .map((mention) => mention._id);
  const others = [...people, ...teammates(world, message)].filter((id) => id !== message.u._id);
  return { people: new Set(others), everyone: mentions.some((mention) => isGroup(mention._id)) };
}

/** Naming a team names its members, where the workspace has bought that. */
function teammates(world: World, { mentions = [] }: Message): string[] {
  if (!world.licences.has('teams-mention')) return [];
  const teams = mentions.filter(({ type }) => type === 'team').map(({ _id }) => world.rooms.mainOfTeam(_id));
  return teams.flatMap((main) => (main ? world.subscriptions.inRoom(main._id).map(({ u }) => u._id) : []));
}

/**
 * What a message in the room itself changes for its members: all others are alerted; the unread number
 * counts mentions in rooms and everything in direct messages, unless the workspace says otherwise.
 */
export function noteMessage(world: World, room: Room, message: Message): void {
  const { people, everyone } = naming(world, message);
  const named = { people: new Set([...people, ...highlightedBy(world, message)]), everyone };
  const counts = countingIn(world, room);
  for (const subscription of world.subscriptions.inRoom(room._id)) {
    const isOwn = subscription.u._id === message.u._id;
    const isNew = isOwn ? readByWriting(subscription, message) : alertTo(subscription, named, counts);
    if (isNew) world.touchSubscription(subscription);
  }
}

/** Who writes has seen all that was said before; of threads nothing is known. */
function readByWriting(subscription: Subscription, { ts }: Message): true {
  Object.assign(subscription, { open: true, alert: false, unread: 0, userMentions: 0, groupMentions: 0 });
  subscription.ls = ts;
  return true;
}

/** Whether that changed anything: who was alerted before is so once. */
function alertTo(subscription: Subscription, named: Naming, counts: (reason: Reason) => boolean): boolean {
  const wasAlerted = subscription.alert && subscription.open;
  subscription.alert = true;
  subscription.open = true;
  return count(subscription, reasonFor(subscription.u._id, named), counts) || !wasAlerted;
}

/** Whether there was anything to count. */
function count(
  subscription: Subscription,
  reason: Reason | undefined,
  counts: (reason: Reason) => boolean,
): boolean {
  if (reason === undefined) return false;
  if (reason === 'person') subscription.userMentions++;
  if (reason === 'group') subscription.groupMentions++;
  const isCounted = counts(reason);
  if (isCounted) subscription.unread++;
  return isCounted || reason !== 'message';
}

/** Mentions always count where two talk. */
function countingIn(world: World, { t }: Room): (reason: Reason) => boolean {
  const rule = world.text(t === 'd' ? 'Unread_Count_DM' : 'Unread_Count');
  return (reason) => countedUnder[reason].includes(rule) || (t === 'd' && reason !== 'message');
}

/** With a person named as well, a message to everyone counts for that person alone. */
function reasonFor(userId: string, named: Naming): Reason | undefined {
  if (named.people.has(userId)) return 'person';
  if (!named.everyone) return 'message';
  return named.people.size === 0 ? 'group' : undefined;
}

/** Members in whose own words it speaks of something that they watch for, its author excepted. */
export function highlightedBy(world: World, { rid, msg, u }: Message): string[] {
  return world.subscriptions
    .inRoom(rid)
    .filter(({ userHighlights }) => userHighlights?.some((word) => hasWord(msg, word)))
    .map((subscription) => subscription.u._id)
    .filter((id) => id !== u._id);
}

/** Whole, whatever the case. */
function hasWord(text: string, word: string): boolean {
  const [before, after] = ['(?<=^|[^\\p{L}\\p{N}_])', '(?=$|[^\\p{L}\\p{N}_])'];
  const literal = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(`${before}${literal}${after}`, 'iu').test(text);
}

function isGroup(id: string): boolean {
  return id === 'all' || id === 'here';
}
