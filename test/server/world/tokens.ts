import { randomBytes } from 'node:crypto';
import { meteorError } from '../failures';
import type { Token, User } from './documents';
import type { World } from './world';

const day = 24 * 60 * 60_000;

/** Who a token belongs to, unless it is too old. */
export function tokenHolder(world: World, value: string): User | undefined {
  const user = world.users.byToken(value);
  const token = user && tokenOf(user, value);
  return token && !isExpired(world, token) ? user : undefined;
}

export function tokenOf(user: User, value: string): Token | undefined {
  return user.secret.tokens.find((token) => token.value === value);
}

/** Signs the user in, whoever has asked for it. */
export function newLoginToken(world: World, user: User): Token {
  const token: Token = { value: newValue(), kind: 'login', createdAt: world.timestamp() };
  world.users.addToken(user, token);
  return token;
}

/** Undefined for a token that lives on, as personal ones do. */
export function expiryOf(world: World, { kind, createdAt }: Token): Date | undefined {
  if (kind === 'personal') return undefined;
  return new Date(Date.parse(createdAt) + world.number('Accounts_LoginExpiration') * day);
}

function isExpired(world: World, token: Token): boolean {
  const expiry = expiryOf(world, token);
  return expiry !== undefined && expiry.getTime() <= world.now();
}

interface NewAccessToken {
  readonly name: string;
  readonly bypassTwoFactor: boolean;
}

export function addAccessToken(world: World, user: User, { name, bypassTwoFactor }: NewAccessToken): Token {
  const method = 'personalAccessTokens:generateToken';
  refuseTokens(world, user, method);
  if (accessToken(user, name)) {
    throw meteorError('error-token-already-exists', 'A token with this name already exists', { method });
  }
  const value = newValue();
  const token: Token = { value, kind: 'personal', createdAt: world.timestamp(), name, bypassTwoFactor };
  world.users.addToken(user, token);
  return token;
}

/** The same name and rights under another value. */
export function renewAccessToken(world: World, user: User, name: string): Token {
  const { bypassTwoFactor = false } = existingToken(world, user, {
    name,
    method: 'personalAccessTokens:regenerateToken',
  });
  removeAccessToken(world, user, name);
  return addAccessToken(world, user, { name, bypassTwoFactor });
}

export function removeAccessToken(world: World, user: User, name: string): void {
  const token = existingToken(world, user, { name, method: 'personalAccessTokens:removeToken' });
  world.users.removeToken(token.value);
}

interface Wanted {
  readonly name: string;
  readonly method: string;
}

function existingToken(world: World, user: User, { name, method }: Wanted): Token {
  refuseTokens(world, user, method);
  const token = accessToken(user, name);
  if (token) return token;
  throw meteorError('error-token-does-not-exists', 'Token does not exist', { method });
}

function refuseTokens(world: World, user: User, method: string): void {
  if (world.hasPermission(user, 'create-personal-access-tokens')) return;
  throw meteorError('not-authorized', 'Not Authorized', { method });
}

function accessToken(user: User, name: string): Token | undefined {
  return user.secret.tokens.find((token) => token.kind === 'personal' && token.name === name);
}

/** As long and of the same letters as the server's own. */
function newValue(): string {
  return randomBytes(32).toString('base64url').slice(0, 43);
}
