import { meteorError } from '../failures';
import type { Subscription, User } from './documents';
import type { World } from './world';

type Preferences = Readonly<Record<string, unknown>>;

const shortestIdleTime = 60;

/** Keeps what is given beside what was; the notifications of the rooms follow. */
export function savePreferences(world: World, user: User, given: Preferences): void {
  const idle = given['idleTimeLimit'];
  if (typeof idle === 'number' && idle < shortestIdleTime) {
    throw meteorError('invalid-idle-time-limit-value', 'Invalid idleTimeLimit');
  }
  const { utcOffset, ...others } = given;
  const changes = withNewNames(others);
  if (typeof changes['language'] === 'string') user.language = changes['language'];
  if (typeof utcOffset === 'number') user.utcOffset = utcOffset;
  const before = user.preferences;
  user.preferences = { ...before, ...changes };
  world.touchUser(user);
  for (const subscription of world.subscriptions.ofUser(user._id)) {
    if (follow(subscription, changes, before)) world.touchSubscription(subscription);
  }
}

/** Two values of old are still taken. */
function withNewNames(given: Preferences): Record<string, unknown> {
  const former: Preferences = { all: 'mentions', disabled: 'nothing' };
  const mode = given['emailNotificationMode'];
  if (typeof mode !== 'string') return { ...given };
  return { ...given, emailNotificationMode: former[mode] ?? mode };
}

/** By the preference's name: a room's own value, and the note of where that came from. */
const followers = [
  { name: 'desktopNotifications', value: 'desktopNotifications', origin: 'desktopPrefOrigin' },
  { name: 'pushNotifications', value: 'mobilePushNotifications', origin: 'mobilePrefOrigin' },
  { name: 'emailNotificationMode', value: 'emailNotifications', origin: 'emailPrefOrigin' },
] as const;

/** A room whose own value somebody has chosen keeps it. Says whether anything has changed. */
function follow(subscription: Subscription, changes: Preferences, before: Preferences): boolean {
  const followed = followers.filter(({ name, origin }) => {
    const isNew = typeof changes[name] === 'string' && changes[name] !== before[name];
    return isNew && subscription[origin] !== 'subscription';
  });
  for (const { name, value, origin } of followed) {
    const isDefault = changes[name] === 'default';
    subscription[value] = isDefault ? undefined : changes[name];
    subscription[origin] = isDefault ? undefined : 'user';
  }
  const highlights = wordsIn(changes['highlights']);
  if (highlights) subscription.userHighlights = highlights;
  return followed.length > 0 || highlights !== undefined;
}

function wordsIn(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : undefined;
}
