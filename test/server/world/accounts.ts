import type { User } from './documents';
import { addMember } from './membership';
import { passwordDigest } from './users';
import type { World } from './world';

export interface NewUser {
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** A person signs up: joins the default channels, and is the administrator while there is none. */
export function addUser(world: World, { username, name, email, password }: NewUser): User {
  const isFirst = !hasAdministrator(world);
  const user: User = {
    _id: world.newReadableId(),
    ...emptyAccount(world),
    username,
    name,
    emails: [{ address: email, verified: false }],
    roles: isFirst ? ['user', 'admin'] : ['user'],
    secret: { passwordSha256: passwordDigest(password), tokens: [] },
  };
  world.users.add(user);
  if (isFirst) leaveSetup(world, 'in_progress');
  for (const room of world.rooms.all().filter((candidate) => candidate.default)) addMember(world, room, user);
  return user;
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
