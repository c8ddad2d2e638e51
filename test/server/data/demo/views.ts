import type { SeedView } from '../seed';
import { roomId } from './ids';

/** What alice has not read, one room for each sort of it; and a colleague who was away for a day. */
export const views: readonly SeedView[] = [
  // Mentions of her, of everybody here, and of nobody.
  view('dispatch-api', { seen: 120 }),
  view('general', { seen: 80 }),
  view('courier-app', { seen: 90 }),
  // Messages of her own thread, which she follows.
  view('planner', { seen: 50, favorite: true }),
  view('alice+ben', { seen: 60 }),
  // Unread, but she does not want to see it.
  view('releases', { seen: 100, hideUnreadStatus: true }),
  view('announcements', { seen: 130, hideMentionStatus: true }),
  view('coffee', { seen: 110, disableNotifications: true }),
  view('console', { favorite: true }),
  view('alice+sofia', { hidden: true }),
  view('alice+release-bot', { hidden: true }),
  { user: 'grace', room: roomId('planner'), seen: 1000 },
  { user: 'grace', room: roomId('general'), seen: 60, favorite: true },
];

function view(room: string, details: Omit<SeedView, 'user' | 'room'>): SeedView {
  return { user: 'alice', room: roomId(room), ...details };
}
