import assert from 'node:assert/strict';
import type { Seed, SeedMessage, SeedRoom, SeedView } from '../../server/data/seed';
import type { Room, Subscription } from '../../server/world/documents';
import { seededRandom } from '../../server/world/ids';
import { Settings, type SettingValue } from '../../server/settings';
import { World, type WorldOptions } from '../../server/world/world';
import { ask, itemIn, type Item } from '../../support/ask';
import { person } from '../../support/workspace';

/** The moment at which the town's time stands. */
export const noon = '2026-03-02T12:00:00.000Z';

const users = [
  person('ann'),
  person('bob'),
  person('carol'),
  person('root', { roles: ['admin'] }),
  person('hook', { roles: ['bot'], type: 'bot' }),
  person('gast', { roles: ['guest'] }),
];

/** A room of ann, who owns it, and bob. */
export function room(id: string, over: Partial<SeedRoom> = {}): SeedRoom {
  return { id, kind: 'c', name: id, members: ['ann', 'bob'], created: 1000, ...over };
}

/** One room of each kind; nobody but ann and bob is in any of them. */
const rooms: readonly SeedRoom[] = [
  room('dev'),
  room('open', { members: ['bob'] }),
  room('secret', { kind: 'p' }),
  room('locked', { readOnly: true }),
  room('old', { archived: true }),
  room('oldsecret', { kind: 'p', archived: true }),
  room('cipher', { kind: 'p', encrypted: true }),
  room('quiet', { silenced: ['bob'] }),
  room('core', { kind: 'p', team: { id: 'core-team', main: true } }),
  room('corechat', { team: { id: 'core-team', main: false } }),
  room('talk', { kind: 'p', fname: 'Which tea?', discussionOf: 'dev', members: ['bob'] }),
  { id: 'ann-bob', kind: 'd', members: ['ann', 'bob'], created: 1000 },
];

export interface Town {
  readonly messages?: readonly SeedMessage[];
  readonly views?: readonly SeedView[];
  readonly rooms?: readonly SeedRoom[];
}

export function town({ messages = [], views = [], rooms: others = [] }: Town = {}): Seed {
  return { users, rooms: [...rooms, ...others], messages, views };
}

/** Said by ann in `dev`, `at` minutes ago, unless told otherwise. */
export function said(id: string, at: number, over: Partial<SeedMessage> = {}): SeedMessage {
  return { id, at, room: 'dev', from: 'ann', text: id, ...over };
}

export function worldOf(
  seed: WorldOptions['seed'],
  settings: Readonly<Record<string, SettingValue>> = {},
): World {
  return new World({
    clock: { now: () => Date.parse(noon) },
    seed,
    settings: new Settings({ Site_Url: 'https://chat.example.com', ...settings }),
    version: '8.8.1',
    random: seededRandom(7),
  });
}

export function roomIn(world: World, id: string): Room {
  return world.rooms.byId(id) ?? assert.fail(`no room ${id}`);
}

export function seenBy(world: World, username: string, rid = 'dev'): Subscription {
  const user = world.users.byUsername(username) ?? assert.fail(`no user ${username}`);
  return world.subscriptions.of(user._id, rid) ?? assert.fail(`${username} is not in ${rid}`);
}

/** Bob has not looked since two hours. */
export const longAgo: readonly SeedView[] = [{ user: 'bob', room: 'dev', seen: 120 }];

/** Sends to the server of the suite. */
export function sendingTo(server: () => { url: string }) {
  return async (message: Item, as = 'ann', others: Item = {}) => {
    const question = { as, body: { message, ...others } };
    const { status, body } = await ask(server(), 'POST chat.sendMessage', question);
    return { status, body, message: messageIn(body) };
  };
}

/** Undefined where the call was refused. */
export function messageIn(body: Item): Item | undefined {
  return 'message' in body ? itemIn(body, 'message') : undefined;
}
