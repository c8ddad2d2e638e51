import type { Message, Room, Subscription } from './documents';
import type { World } from './world';

/** Whom a message names, apart from its author. */
export interface Naming {
  readonly people: ReadonlySet<string>;
  readonly everyone: boolean;
}

/** The values of `Unread_Count` under which a message counts, by why it concerns someone. */
const countedUnder = {
  person: ['all_messages', 'user_mentions_only', 'user_and_group_mentions_only'],
  group: ['all_messages', 'group_mentions_only', 'user_and_group_mentions_only'],
  message: ['all_messages'],
};

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
  const named = naming(world, message);
  const rule = world.text(room.t === 'd' ? 'Unread_Count_DM' : 'Unread_Count');
  for (const subscription of world.subscriptions.inRoom(room._id)) {
    if (subscription.u._id === message.u._id) noteOwn(subscription, message);
    else {
      // A reply that is shown in the room as well is counted by its thread.
      if (message.tmid === undefined) count(subscription, named, rule);
      subscription.alert = true;
      subscription.open = true;
    }
    world.touchSubscription(subscription);
  }
}

function noteOwn(subscription: Subscription, message: Message): void {
  subscription.ls = message.ts;
  subscription.lr = message.ts;
}

function count(subscription: Subscription, named: Naming, rule: string): void {
  const reason = reasonFor(subscription.u._id, named);
  if (reason === undefined) return;
  if (reason === 'person') subscription.userMentions++;
  if (reason === 'group') subscription.groupMentions++;
  if (countedUnder[reason].includes(rule)) subscription.unread++;
}

/** With a person named as well, a message to everyone counts for that person alone. */
function reasonFor(userId: string, named: Naming): keyof typeof countedUnder | undefined {
  if (named.people.has(userId)) return 'person';
  if (!named.everyone) return 'message';
  return named.people.size === 0 ? 'group' : undefined;
}

function isGroup(id: string): boolean {
  return id === 'all' || id === 'here';
}
