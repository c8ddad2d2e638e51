import { culprit, fix } from './huntEnd';
import { falseLeads } from './huntStart';
import { said } from './script';

/** The thread of 80 replies. */
export const hunt = said(
  'ben',
  '4 09:41',
  '**Re-planning got slow.** Hamburg-Nord (912 stops, 41 vans) takes *11.4 s* since 4.18; with 4.17 it was 1.9 s. Let us find it here, in one thread. Known so far:',
  '- only re-plans, a full plan is as fast as ever',
  '- it grows faster than the number of stops: 300 → 0.9 s, 600 → 3.9 s, 912 → 11.4 s',
  '- one core at 100 %, nothing waits',
  '',
  '- [x] traffic overlay (Ivo)',
  '- [x] database (Grace)',
  '- [x] base image, `malloc` (Tomáš): half a second',
  '- [x] profile: `memmove`, caller unknown',
  '- [x] bisect',
  '- [x] understand it',
)
  .named('hunt')
  .edited('3 10:52')
  .reacted(':eyes:', 'alice grace ivo nadia tomas')
  .reacted(':mag:', 'sofia')
  .pinned('nadia')
  .starred('alice ivo')
  .answered(...falseLeads, ...culprit, ...fix);
