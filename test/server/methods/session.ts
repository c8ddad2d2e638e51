import { isObject } from '../isObject';
import type { JsonObject } from '../route';
import { type SessionParts, signIn } from '../routes/users/session';
import { expiryOf, tokenOf } from '../world/tokens';
import { type Caller, type Method, noMatch } from './method';

/** Signing in and out as the real-time protocol does it; the answer's token works everywhere. */
export function sessionMethods(parts: SessionParts): Readonly<Record<string, Method>> {
  return {
    login: (caller, [request]) => login(caller, request, parts),
    logout: ({ world, token }) => {
      if (token !== undefined) world.users.removeToken(token);
    },
  };
}

function login(caller: Caller, request: unknown, parts: SessionParts): JsonObject {
  const body = bodyOf(request);
  const { user, token: value } = signIn({ ...caller, body }, parts);
  const token = tokenOf(user, value);
  const tokenExpires = token && expiryOf(caller.world, token);
  const type = 'resume' in body ? 'resume' : 'password';
  return { id: user._id, token: value, ...(tokenExpires && { tokenExpires }), type };
}

/** A code comes around the request that it belongs to. */
function bodyOf(request: unknown): JsonObject {
  if (!isObject(request)) throw noMatch();
  const { totp } = request;
  if (!isObject(totp)) return request;
  const { login: inner, code } = totp;
  return { ...(isObject(inner) ? inner : {}), code };
}
