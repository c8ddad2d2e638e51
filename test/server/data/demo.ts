import type { Seed, SeedRoom } from './seed';
import { announcements, coffee } from './demo/social';
import { Calendar } from './demo/calendar';
import { keyRotation, securityReview } from './demo/closed';
import { consoleRoom } from './demo/console';
import { courierApp, fieldTests } from './demo/courierApp';
import { notes, onCall, withBen, withBot, withJonas, withMei, withSofia } from './demo/direct';
import { dispatchApi } from './demo/dispatchApi';
import { emoji } from './demo/emoji';
import { etaRange } from './demo/etaRange';
import { general } from './demo/general';
import { roomId } from './demo/ids';
import { mapping } from './demo/mapping';
import { people } from './demo/people';
import { planner } from './demo/planner';
import { play } from './demo/play';
import { loadTest, nordic, zuerich } from './demo/projects';
import { releases } from './demo/releases';
import { roomPlans, type RoomPlan } from './demo/rooms';
import type { Scene } from './demo/script';
import { views } from './demo/views';

const scenes: readonly Scene[] = [
  ...[general, announcements, coffee, releases],
  ...[planner, etaRange, consoleRoom, dispatchApi, mapping],
  ...[courierApp, fieldTests, zuerich, nordic, loadTest],
  ...[securityReview, keyRotation],
  ...[notes, withBen, withBot, withJonas, withMei, withSofia, onCall],
];

/**
 * The team of Heron, a service that plans delivery rounds: two weeks of its talk, up to the minute before
 * `now`.
 * The same `now` and `seed` make the same data; `seed` moves nothing but the seconds.
 */
export function demoSeed(now: Date, seed: string): Seed {
  const calendar = new Calendar(now, seed);
  return {
    users: people,
    rooms: roomPlans.map((plan) => room(plan, calendar)),
    messages: scenes.flatMap((scene) => play(scene, calendar)),
    views,
    emoji,
  };
}

function room({ key, members, moderators, created, ...rest }: RoomPlan, calendar: Calendar): SeedRoom {
  return {
    ...rest,
    id: roomId(key),
    members: members.split(' '),
    ...(moderators === undefined ? {} : { moderators: moderators.split(' ') }),
    created: calendar.minutesAgo(created),
  };
}
