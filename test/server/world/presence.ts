import { meteorError } from '../failures';
import type { User } from './documents';
import type { World } from './world';

type Status = User['status'];

export const statuses: readonly Status[] = ['online', 'away', 'offline', 'busy'];

interface StatusChange {
  readonly status?: Status;
  readonly text?: string;
  /** Epoch milliseconds after which the choice ends. */
  readonly expiresAt?: number;
}

/** What a person has chosen to be. Without a status the text alone is changed. */
export function setStatus(world: World, user: User, { status, text, expiresAt }: StatusChange): void {
  user.statusDefault = status ?? user.statusDefault ?? 'online';
  if (status !== undefined) user.status = status;
  if (text !== undefined) user.statusText = shortened(text);
  if (expiresAt === undefined) delete user.statusExpiresAt;
  else user.statusExpiresAt = new Date(expiresAt).toISOString();
  world.touchUser(user);
}

/** The method of the same purpose: refuses where the workspace does not want texts or hiding. */
export function setStatusChecked(world: World, user: User, change: StatusChange): void {
  const method = 'setUserStatus';
  if (change.status === 'offline' && !world.isOn('Accounts_AllowInvisibleStatusOption')) {
    throw meteorError('error-status-not-allowed', 'Invisible status is disabled', { method });
  }
  if (change.text !== undefined && !world.isOn('Accounts_AllowUserStatusMessageChange')) {
    throw meteorError('error-not-allowed', 'Not allowed', { method });
  }
  setStatus(world, user, change);
}

export function changeStatusText(world: World, user: User, text: string): void {
  user.statusText = shortened(text);
  world.touchUser(user);
}

/** A choice with an end is over when that has come: looked at whenever someone asks. */
export function endExpiredStatus(world: World, user: User): void {
  if (user.statusExpiresAt === undefined || Date.parse(user.statusExpiresAt) > world.now()) return;
  delete user.statusExpiresAt;
  user.statusText = '';
  user.statusDefault = 'online';
  user.status = user.statusConnection;
  world.touchUser(user);
}

/** A person's programs are there, idle, or gone; what was chosen weighs more, unless nothing is there. */
export function connect(world: World, user: User, connection: Status): void {
  user.statusConnection = connection;
  const chosen = user.statusDefault ?? 'online';
  user.status = connection === 'offline' || chosen === 'online' ? connection : chosen;
  world.touchUser(user);
}

const longestText = 120;

function shortened(text: string): string {
  return text.trim().slice(0, longestText);
}
