import { isObject } from '../../isObject';
import type { JsonObject } from '../../route';
import type { User } from '../../world/documents';
import { passwordDigest } from '../../world/users';
import type { World } from '../../world/world';

/** What a sign-in's body asks for. */
export type LoginRequest =
  | { readonly kind: 'resume'; readonly token: string }
  | {
      readonly kind: 'password';
      readonly user: User | undefined;
      readonly digest: string;
      readonly code: string | undefined;
    }
  /** No handler takes it, or one does and finds it malformed. */
  | { readonly kind: 'unknown'; readonly reason: 'Unrecognized options for login request' | 'Match failed' };

const passwordKeys = ['user', 'username', 'email', 'password', 'code'];

export function readLogin(world: World, body: JsonObject): LoginRequest {
  const { resume, password } = body;
  if (typeof resume === 'string') return { kind: 'resume', token: resume };
  if (password === undefined || password === null || !hasName(body)) {
    return { kind: 'unknown', reason: 'Unrecognized options for login request' };
  }
  const digest = digestOf(password);
  if (digest === undefined || Object.keys(body).some((key) => !passwordKeys.includes(key))) {
    return { kind: 'unknown', reason: 'Match failed' };
  }
  return { kind: 'password', user: namedUser(world, body), digest, code: text(body['code']) };
}

function hasName(body: JsonObject): boolean {
  return ['user', 'username', 'email'].some((key) => Boolean(body[key]));
}

function namedUser(world: World, body: JsonObject): User | undefined {
  const { username, email } = nameIn(body);
  if (username !== undefined) return world.users.byUsernameIgnoringCase(username);
  return email === undefined ? undefined : world.users.byEmail(email);
}

function nameIn(body: JsonObject): { username?: string; email?: string } {
  const user = body['user'];
  if (typeof user === 'string') return user.includes('@') ? { email: user } : { username: user };
  const holder = isObject(user) ? user : body;
  return { username: text(holder['username']), email: text(holder['email']) };
}

/** SHA-256 in hexadecimal, from the plain text or as the client made it. */
function digestOf(password: unknown): string | undefined {
  if (password === '') return undefined;
  if (typeof password === 'string') return passwordDigest(password);
  if (!isObject(password)) return undefined;
  const { digest, algorithm } = password;
  return algorithm === 'sha-256' ? text(digest)?.toLowerCase() : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
