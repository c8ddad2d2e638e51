import type { SeedRoom } from '../seed';
import { roomId } from './ids';

/** A room as the script names it; `created` is a time as `Calendar` reads it. */
export interface RoomPlan extends Omit<SeedRoom, 'id' | 'created' | 'members' | 'moderators'> {
  readonly key: string;
  /** User names, parted by spaces. The first is the owner. */
  readonly members: string;
  readonly moderators?: string;
  readonly created: string;
}

const EVERYBODY = 'nadia alice ben grace ivo jonas lea mei sofia tomas release-bot rocket.cat';

const APP_TEAM = 'hRn4courierAppTm7';

const channels: readonly RoomPlan[] = [
  {
    ...channel('general', '700d', EVERYBODY),
    topic: 'Everybody. News, questions, hello and goodbye',
    description: 'What concerns more than one team',
    announcement: 'Zürich pilot goes live in two weeks. Questions to @lea',
    isDefault: true,
  },
  {
    ...channel('planner', '520d', 'ben alice grace ivo lea mei nadia tomas sofia'),
    topic: 'Route planner (Rust). Keep main green, measure before you tune',
    description: 'Solver, travel times, re-planning',
    moderators: 'ivo',
  },
  {
    ...channel('console', '510d', 'alice ben grace jonas mei nadia sofia'),
    topic: 'Web console for dispatchers (TypeScript)',
    moderators: 'mei',
  },
  {
    ...channel('dispatch-api', '500d', 'grace alice ben ivo jonas mei nadia tomas'),
    topic: 'Tours, stops and events over HTTP (Go)',
    description: 'Contract first: change openapi.yaml, then the code',
    moderators: 'alice',
  },
  {
    ...channel('releases', '480d', 'tomas alice ben grace ivo jonas mei nadia sofia release-bot'),
    topic: 'What went where, and when',
  },
  {
    ...channel('announcements', '700d', EVERYBODY),
    topic: 'Read only. Talk about it in #general',
    readOnly: true,
    moderators: 'sofia',
  },
  { ...channel('coffee', '690d', EVERYBODY), topic: 'Beans, bikes, books. No work' },
  {
    ...channel('mapping', '300d', 'ivo ben lea tomas sofia'),
    topic: 'Roads, one-ways, ferries: everything before the solver',
  },
  {
    ...channel('peak-season-load-test', '60d', 'tomas alice ben grace nadia'),
    topic: 'Are we ready for December? (done, see the summary)',
    archived: true,
  },
  {
    ...channel('zuerich-pilot', '30d', 'lea alice ben grace ivo mei nadia sofia tomas release-bot'),
    fname: 'Zürich-Pilot 🚲 配送',
    topic: 'E-cargo bikes, 14 couriers, one depot',
  },
  {
    ...channel('nordic-rollout', '45d', 'sofia alice grace jonas lea nadia'),
    name: 'customer-rollout-northern-europe-and-baltics-with-weekend-deliveries',
    topic: 'Nine depots from Bergen to Vilnius',
  },
];

const teamRooms: readonly RoomPlan[] = [
  {
    ...channel('courier-app', '400d', 'mei alice grace lea nadia sofia'),
    topic: 'The app in the courier’s hand (TypeScript, a little Kotlin)',
    team: { id: APP_TEAM, main: true },
  },
  {
    ...channel('field-tests', '200d', 'mei alice lea sofia'),
    topic: 'What breaks once it rains',
    team: { id: APP_TEAM, main: false },
  },
  {
    ...channel('eta-range', '5 10:30', 'ivo alice ben grace mei sofia'),
    name: 'q7TzYbN3mWc9XsK4e',
    fname: 'Is an ETA a promise or a range?',
    discussionOf: roomId('planner'),
  },
];

const closedRooms: readonly RoomPlan[] = [
  {
    ...channel('security-review', '90d', 'nadia alice grace jonas tomas'),
    kind: 'p',
    topic: 'Findings stay here until they are fixed',
  },
  {
    ...channel('key-rotation', '150d', 'tomas alice grace nadia'),
    kind: 'p',
    topic: 'End-to-end encrypted',
    encrypted: true,
  },
  direct('alice+ben', '510d'),
  direct('alice+mei', '390d'),
  direct('alice+sofia', '300d'),
  direct('alice+jonas', '8 09:20'),
  direct('alice+release-bot', '480d'),
  { ...direct('alice', '500d') },
  direct('alice+grace+tomas', '120d'),
];

export const roomPlans: readonly RoomPlan[] = [...channels, ...teamRooms, ...closedRooms];

/** Address of a message, below the site's own. */
export function permalink(room: string, id: string): string {
  const plan = roomPlans.find(({ key }) => key === room);
  if (!plan) throw new Error(`No such room in the script: ${room}`);
  const words = { c: 'channel', p: 'group', d: 'direct' };
  return `/${words[plan.kind]}/${plan.name ?? roomId(room)}?msg=${id}`;
}

function channel(key: string, created: string, members: string): RoomPlan {
  return { key, kind: 'c', name: key, created, members };
}

/** The key is who takes part. */
function direct(key: string, created: string): RoomPlan {
  return { key, kind: 'd', created, members: key.replaceAll('+', ' ') };
}
