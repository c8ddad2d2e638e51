import { emptySeed } from '../../server/data/empty';
import type { Seed, SeedMessage, SeedRoom, SeedView } from '../../server/data/seed';
import { startServer, type StandIn, type StartOptions } from '../../server/server';
import { person } from '../workspace';

/** The moment at which the town's time stands. */
export const townTime = '2026-03-02T09:00:00.000Z';

/** A release that has every method of the client's table. */
export const newest = '8.8.1';

/** A workspace in which every method of the client has something to do. */
export function startTown(options: StartOptions = {}): Promise<StandIn> {
  return startServer({
    data: town,
    limiter: false,
    now: townTime,
    clock: 'stands',
    wallClock: () => Date.parse(townTime),
    version: newest,
    settings,
    ...options,
  });
}

const settings = {
  Accounts_AllowAnonymousRead: true,
  Accounts_TwoFactorAuthentication_Enabled: false,
  E2E_Enable: true,
  Message_Read_Receipt_Enabled: true,
  Message_Read_Receipt_Store_Users: true,
};

/** A room of ann, who owns it, and bob. */
function room(id: string, over: Partial<SeedRoom> = {}): SeedRoom {
  return { id, kind: 'c', name: id, members: ['ann', 'bob'], created: 1000, ...over };
}

const rooms: readonly SeedRoom[] = [
  { id: 'GENERAL', kind: 'c', name: 'general', members: ['ann', 'bob'], isDefault: true, created: 2000 },
  room('dev', { topic: 'What we build' }),
  room('bobs', { members: ['bob'] }),
  room('closed'),
  room('old', { members: ['root'], archived: true }),
  room('secret', { kind: 'p', topic: 'Hush' }),
  room('closedsecret', { kind: 'p' }),
  room('bobssecret', { kind: 'p', members: ['bob', 'ann'] }),
  room('rootssecret', { kind: 'p', members: ['root'] }),
  room('oldsecret', { kind: 'p', members: ['root'], archived: true }),
  room('bobsclub', { members: ['bob', 'ann'] }),
  room('core', { kind: 'p', team: { id: 'core-team', main: true } }),
  room('talk', { kind: 'p', fname: 'Which tea?', discussionOf: 'dev' }),
  { id: 'ann-bob', kind: 'd', members: ['ann', 'bob'], created: 1000 },
  { id: 'ann-root', kind: 'd', members: ['ann', 'root'], created: 1000 },
];

/** Said by bob in `dev`, `at` minutes ago, unless told otherwise. */
function said(id: string, at: number, over: Partial<SeedMessage> = {}): SeedMessage {
  return { id, at, room: 'dev', from: 'bob', text: id, ...over };
}

const picture = {
  id: 'picture',
  name: 'map.png',
  type: 'image/png',
  size: 900,
  dimensions: { width: 30, height: 20 },
};

const messages: readonly SeedMessage[] = [
  said('question', 500, { text: 'Which tea?' }),
  said('answer', 490, { from: 'ann', thread: 'question', text: 'green' }),
  said('follow-up', 480, { thread: 'question', text: '@ann why?' }),
  said('mine', 400, { from: 'ann', text: 'typed to fast' }),
  said('call', 300, { text: '@ann look at https://example.com/' }),
  said('pinned', 290, { pinnedBy: 'ann' }),
  said('starred', 280, { starredBy: ['ann'] }),
  said('map', 270, { text: '', file: picture }),
  said('opener', 260, { type: 'discussion-created', discussion: 'talk' }),
  said('latest', 20),
  said('psst', 200, { room: 'secret' }),
  said('sketch', 190, { room: 'secret', text: '', file: { ...picture, id: 'sketch-file' } }),
  said('lunch', 100, { room: 'ann-bob', text: 'lunch?' }),
  said('menu', 90, { room: 'ann-bob', text: '', file: { ...picture, id: 'menu-file' } }),
];

const views: readonly SeedView[] = [
  { user: 'ann', room: 'closed', hidden: true },
  { user: 'ann', room: 'closedsecret', hidden: true },
  { user: 'ann', room: 'ann-root', hidden: true },
  { user: 'ann', room: 'dev', seen: 60 },
];

const ann = person('ann');
const spare = { name: 'spare', token: 'spare-token' };

const town: Seed = {
  users: [
    ...emptySeed.users,
    { ...ann, accessTokens: [...(ann.accessTokens ?? []), spare] },
    person('bob', { status: 'online' }),
    person('carl'),
    person('root', { roles: ['admin'] }),
  ],
  rooms,
  messages,
  views,
};
