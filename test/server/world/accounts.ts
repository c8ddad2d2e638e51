import type { User } from './documents';
import { addMember } from './membership';
import { passwordDigest } from './users';
import type { World } from './world';

export interface NewUser {
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly verified?: boolean;
  /** Those of a new account if absent or empty. */
  readonly roles?: readonly string[];
  /** True if absent. */
  readonly joinDefaultChannels?: boolean;
}

/** An account comes into being: in the default channels, and the administrator while there is none. */
export function addUser(world: World, wanted: NewUser): User {
  const isFirst = !hasAdministrator(world);
  const roles = rolesOf(world, wanted);
  const user: User = {
    _id: world.newReadableId(),
    ...emptyAccount(world),
    username: wanted.username,
    name: wanted.name,
    emails: [{ address: wanted.email, verified: wanted.verified ?? false }],
    roles: isFirst ? [...new Set([...roles, 'admin'])] : roles,
    secret: { passwordSha256: passwordDigest(wanted.password), tokens: [] },
  };
  world.users.add(user);
  if (isFirst) leaveSetup(world, 'in_progress');
  world.touchUser(user, 'inserted');
  if (wanted.joinDefaultChannels ?? true) joinDefaults(world, user);
  return user;
}

function rolesOf(world: World, { roles = [] }: NewUser): string[] {
  if (roles.length > 0) return [...roles];
  return world
    .text('Accounts_Registration_Users_Default_Roles')
    .split(',')
    .map((role) => role.trim());
}

function joinDefaults(world: World, user: User): void {
  for (const room of world.rooms.all().filter((candidate) => candidate.default)) addMember(world, room, user);
}

/** What an account has before anyone has used it. */
export function emptyAccount(world: World) {
  return {
    type: 'user' as const,
    active: true,
    status: 'offline' as const,
    statusText: '',
    statusConnection: 'offline' as const,
    utcOffset: 0,
    createdAt: world.timestamp(),
    _updatedAt: world.timestamp(),
    preferences: {},
  };
}

/** The first steps wait for an administrator. */
export function leaveSetup(world: World, step: 'in_progress' | 'completed'): void {
  if (world.text('Show_Setup_Wizard') === 'pending') world.changeSetting('Show_Setup_Wizard', step);
}

export function hasAdministrator(world: World): boolean {
  return world.users.all().some((user) => user.type === 'user' && user.roles.includes('admin'));
}
