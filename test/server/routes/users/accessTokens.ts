import { forbidden, meteorError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import { addAccessToken, expiryOf, removeAccessToken, renewAccessToken, tokenOf } from '../../world/tokens';
import { isTrue, neededText, textOf } from '../parameters';
import { closed, optionalFlag, optionalText, text } from '../schemas';

const byName = closed({ tokenName: text }, ['tokenName']);

/** Personal access tokens, and the ends of sign-ins. */
export const accessTokenRoutes: readonly Route[] = [
  {
    verb: 'POST',
    name: 'users.generatePersonalAccessToken',
    auth: 'required',
    secondFactor: true,
    body: closed({ tokenName: text, bypassTwoFactor: optionalFlag }, ['tokenName']),
    handle: generate,
  },
  {
    verb: 'POST',
    name: 'users.regeneratePersonalAccessToken',
    auth: 'required',
    secondFactor: true,
    body: byName,
    handle: ({ world, user, body }) => ({
      token: renewAccessToken(world, user, neededText(body, 'tokenName')).value,
    }),
  },
  {
    verb: 'GET',
    name: 'users.getPersonalAccessTokens',
    auth: 'required',
    permissions: ['create-personal-access-tokens'],
    handle: list,
  },
  {
    verb: 'POST',
    name: 'users.removePersonalAccessToken',
    auth: 'required',
    secondFactor: true,
    body: byName,
    handle: remove,
  },
  {
    verb: 'POST',
    name: 'users.logout',
    auth: 'required',
    body: { type: 'object', properties: { userId: optionalText } },
    handle: logout,
  },
  { verb: 'POST', name: 'users.logoutOtherClients', auth: 'required', handle: logoutOthers },
  { verb: 'POST', name: 'users.removeOtherTokens', auth: 'required', handle: removeOthers },
];

function generate({ world, user, body }: Call): JsonObject {
  const name = neededText(body, 'tokenName');
  const token = addAccessToken(world, user, { name, bypassTwoFactor: isTrue(body, 'bypassTwoFactor') });
  return { token: token.value };
}

function list({ user }: Call): JsonObject {
  const personal = user.secret.tokens.filter(({ kind }) => kind === 'personal');
  return {
    tokens: personal.map(({ name, createdAt, value, bypassTwoFactor }) => ({
      name,
      createdAt,
      lastTokenPart: value.slice(-6),
      bypassTwoFactor: bypassTwoFactor ?? false,
    })),
  };
}

function remove({ world, user, body }: Call): JsonObject {
  removeAccessToken(world, user, neededText(body, 'tokenName'));
  return {};
}

/** Everywhere, personal access tokens too. */
function logout({ world, user: caller, body }: Call): JsonObject {
  const userId = textOf(body, 'userId') ?? caller._id;
  if (userId !== caller._id && !world.hasPermission(caller, 'logout-other-user')) throw forbidden();
  const user = world.users.byId(userId);
  if (!user) throw meteorError('error-invalid-user-id', 'Invalid user id');
  world.users.keepTokens(user, () => false);
  world.touchUser(user);
  return { message: `User ${userId} has been logged out!` };
}

/** Personal access tokens stay. */
function logoutOthers({ world, user, token: value = '' }: Call): JsonObject {
  world.users.keepTokens(user, (token) => token.kind === 'personal' || token.value === value);
  const token = tokenOf(user, value);
  return { token: value, tokenExpires: (token && expiryOf(world, token)?.toISOString()) ?? '' };
}

function removeOthers({ world, user, token: value }: Call): JsonObject {
  world.users.keepTokens(user, (token) => token.kind === 'personal' || token.value === value);
  return {};
}
