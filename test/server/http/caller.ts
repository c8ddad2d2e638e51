import type { Route } from '../route';
import type { User } from '../world/documents';
import type { World } from '../world/world';
import { meteorError, missingPermission, notSignedIn } from './failures';

export interface Caller {
  readonly user: User | undefined;
  readonly token: string | undefined;
}

const nobody: Caller = { user: undefined, token: undefined };
const forTheNameless = ['login', 'me'];

export interface Credentials {
  readonly userId: string | undefined;
  readonly token: string | undefined;
}

/** Who asks; both are needed and must belong together. */
export function identify(world: World, { userId, token }: Credentials): Caller {
  if (userId === undefined || token === undefined) return nobody;
  const user = world.users.byToken(token);
  return user?._id === userId ? { user, token } : nobody;
}

/** Refuses who may not ask this at all. */
export function admit(world: World, route: Route, { user }: Caller): void {
  if (route.auth === 'none') return;
  if (!user) throw notSignedIn();
  if (user.username === '' && !forTheNameless.includes(route.name)) {
    throw meteorError('error-unauthorized', 'Users must have a username');
  }
  const { permissions } = route;
  if (permissions && !permissions.some((permission) => world.hasPermission(user, permission))) {
    throw missingPermission();
  }
}
