import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Route } from '../route';
import type { User } from '../world/documents';
import { tokenHolder } from '../world/tokens';
import type { World } from '../world/world';
import { meteorError, missingPermission, notSignedIn } from '../failures';

export interface Caller {
  readonly user: User | undefined;
  readonly token: string | undefined;
}

const nobody: Caller = { user: undefined, token: undefined };
/** Someone without a user name has to come by one. */
const forTheNameless = [
  'login',
  'me',
  'users.updateOwnBasicInfo',
  'users.getUsernameSuggestion',
  'method.call/:method',
];

interface Credentials {
  readonly userId: string | undefined;
  readonly token: string | undefined;
}

/** Who asks; both are needed and must belong together. */
function identify(world: World, { userId, token }: Credentials): Caller {
  if (userId === undefined || token === undefined) return nobody;
  const user = tokenHolder(world, token);
  return user?._id === userId ? { user, token } : nobody;
}

/** By the two headers. */
export function headerCaller(c: Context, world: World): Caller {
  return identify(world, { userId: c.req.header('X-User-Id'), token: c.req.header('X-Auth-Token') });
}

/**
 * As a file asks it: by the link's query, else by the cookies, and what neither tells is taken from the
 * headers.
 */
export function fileCaller(c: Context, world: World): Caller {
  const linked = c.req.query('rc_uid')
    ? { userId: c.req.query('rc_uid'), token: c.req.query('rc_token') }
    : { userId: getCookie(c, 'rc_uid'), token: getCookie(c, 'rc_token') };
  return identify(world, {
    userId: linked.userId ?? c.req.header('X-User-Id'),
    token: linked.token ?? c.req.header('X-Auth-Token'),
  });
}

/** By the link's query, else by the browser's cookies. */
export function linkCaller(c: Context, world: World): Caller {
  const userId = c.req.query('rc_uid');
  if (userId !== undefined) return identify(world, { userId, token: c.req.query('rc_token') });
  return identify(world, { userId: getCookie(c, 'rc_uid'), token: getCookie(c, 'rc_token') });
}

/** Refuses who may not ask this at all. */
export function admit(world: World, route: Route, { user }: Caller): void {
  if (route.auth === 'none') return;
  if (!user) {
    refuseStranger(world, route);
    return;
  }
  if (user.username === '' && !forTheNameless.includes(route.name)) {
    throw meteorError('error-unauthorized', 'Users must have a username');
  }
  const { permissions } = route;
  if (permissions && !permissions.some((permission) => world.hasPermission(user, permission))) {
    throw missingPermission();
  }
}

function refuseStranger(world: World, { auth }: Route): void {
  if (auth === 'required' || !world.isOn('Accounts_AllowAnonymousRead')) throw notSignedIn();
}
