import { meteorError } from '../failures';
import type { Subscription, User } from './documents';
import type { World } from './world';

/** Leaves the person's list until the next message. Whether that changed anything. */
export function hide(world: World, subscription: Subscription | undefined): boolean {
  if (!subscription || (!subscription.open && !subscription.alert)) return false;
  subscription.open = false;
  subscription.alert = false;
  world.touchSubscription(subscription);
  return true;
}

/** Back into the person's list. */
export function show(world: World, subscription: Subscription | undefined): void {
  if (!subscription || subscription.open) return;
  subscription.open = true;
  world.touchSubscription(subscription);
}

/** Everything from that time on is to be read again. */
export function markUnread(world: World, subscription: Subscription, from: string): void {
  subscription.open = true;
  subscription.alert = true;
  subscription.ls = from;
  world.touchSubscription(subscription);
}

export function favor(world: World, subscription: Subscription, isFavorite: boolean): void {
  if (subscription.f === isFavorite) return;
  subscription.f = isFavorite;
  world.touchSubscription(subscription);
}

/** What the person has begun to write; an empty text removes it. */
export function keepDraft(world: World, subscription: Subscription, text: string): void {
  if (text === '') delete subscription.draft;
  else subscription.draft = text;
  world.touchSubscription(subscription);
}

export function keepThreadDraft(
  world: World,
  subscription: Subscription,
  { tmid, text }: { readonly tmid: string; readonly text: string },
): void {
  const others = Object.entries(subscription.threadDrafts ?? {}).filter(([thread]) => thread !== tmid);
  const drafts = text === '' ? others : [...others, [tmid, text] as const];
  subscription.threadDrafts = Object.fromEntries(drafts);
  world.touchSubscription(subscription);
}

type Save = (subscription: Subscription, value: string, user: User) => void;

/** By the keys of `rooms.saveNotification`. */
const notificationSavers: Readonly<Record<string, Save>> = {
  desktopNotifications: preference('desktopNotifications', 'desktopPrefOrigin', 'desktopNotifications'),
  mobilePushNotifications: preference('mobilePushNotifications', 'mobilePrefOrigin', 'pushNotifications'),
  emailNotifications: preference('emailNotifications', 'emailPrefOrigin', 'emailNotificationMode'),
  unreadAlert: (subscription, value) => {
    subscription.unreadAlert = value;
  },
  disableNotifications: switched('disableNotifications'),
  hideUnreadStatus: switched('hideUnreadStatus'),
  hideMentionStatus: switched('hideMentionStatus'),
  muteGroupMentions: switched('muteGroupMentions'),
  audioNotificationValue: (subscription, value) => {
    if (value === 'default') delete subscription.audioNotificationValue;
    else subscription.audioNotificationValue = value;
  },
};

const withLevels = ['desktopNotifications', 'mobilePushNotifications', 'emailNotifications'];
const levels = ['all', 'mentions', 'nothing', 'default'];

/** Everything is looked at before anything changes. */
export function saveNotifications(
  world: World,
  user: User,
  { rid, values }: { readonly rid: string; readonly values: Readonly<Record<string, string>> },
): void {
  for (const [key, value] of Object.entries(values)) refuseSetting(key, value);
  const subscription = world.subscriptions.of(user._id, rid);
  if (!subscription) throw refused('error-invalid-subscription', 'Invalid subscription');
  for (const [key, value] of Object.entries(values)) notificationSavers[key]?.(subscription, value, user);
  world.touchSubscription(subscription);
}

function refuseSetting(key: string, value: string): void {
  if (!Object.hasOwn(notificationSavers, key))
    throw refused('error-invalid-settings', 'Invalid settings field');
  if (withLevels.includes(key) && !levels.includes(value)) {
    throw refused('error-invalid-settings', 'Invalid settings value');
  }
}

function refused(code: string, reason: string) {
  return meteorError(code, reason, { method: 'saveNotificationSettings' });
}

type Level = 'desktopNotifications' | 'mobilePushNotifications' | 'emailNotifications';
type Origin = 'desktopPrefOrigin' | 'mobilePrefOrigin' | 'emailPrefOrigin';

/** `default` is what the person prefers everywhere, if anything; else nothing is kept. */
function preference(key: Level, origin: Origin, general: string): Save {
  return (subscription, value, { preferences }) => {
    const own = Object.hasOwn(preferences, general) ? preferences[general] : undefined;
    const isGeneral = value === 'default';
    subscription[key] = isGeneral ? own : value;
    // Without any preference there is none to keep: keys without a value do not leave the server.
    subscription[origin] = originOf(isGeneral, own);
  };
}

function originOf(isGeneral: boolean, own: unknown): string | undefined {
  if (!isGeneral) return 'subscription';
  return own === undefined ? undefined : 'user';
}

function switched(
  key: 'disableNotifications' | 'hideUnreadStatus' | 'hideMentionStatus' | 'muteGroupMentions',
): Save {
  return (subscription, value) => {
    subscription[key] = value === '1';
  };
}
