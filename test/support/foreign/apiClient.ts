import assert from 'node:assert/strict';
import { RestClient } from '@rocket.chat/api-client';
import { type Item, itemIn, jsonOf, textIn } from '../ask';

export interface Challenge {
  readonly method: 'totp' | 'email' | 'password';
  readonly emailOrUsername?: string;
  readonly invalidAttempt?: boolean;
}

/** Rocket.Chat's own REST client, as far as tests drive it. Paths begin with `/v1/`. */
export interface ApiClient {
  get(path: string, params?: Item): Promise<Item>;
  /** A form of its own making, out of params with a `File`, would arrive empty. */
  post(path: string, params?: Item | FormData): Promise<Item>;
  setCredentials(credentials: { 'X-User-Id': string; 'X-Auth-Token': string } | undefined): void;
  handleTwoFactorChallenge(answer: (challenge: Challenge) => Promise<string>): void;
}

export function apiClient({ url }: { readonly url: string }): ApiClient {
  // Its own types say nothing: they are built on packages that are left out.
  return new RestClient({ baseUrl: url });
}

/** Signs the client in; every later call goes out as that person. Answers who it is. */
export async function signIn(client: ApiClient, user: string, password: string): Promise<Item> {
  const data = itemIn(await client.post('/v1/login', { user, password }), 'data');
  client.setCredentials({ 'X-User-Id': textIn(data, 'userId'), 'X-Auth-Token': textIn(data, 'authToken') });
  return itemIn(data, 'me');
}

/** Registers a person and signs in. Answers the id; the first one ever is the administrator. */
export async function register(client: ApiClient, username: string): Promise<string> {
  const pass = `${username}-Password-1`;
  const account = { username, name: username, email: `${username}@example.com`, pass };
  await client.post('/v1/users.register', account);
  return textIn(await signIn(client, username, pass), '_id');
}

/** What the client throws is the answer itself; fails if the call did not. */
export async function refusalOf(call: Promise<unknown>): Promise<{ status: number; body: Item }> {
  const answer: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(answer instanceof Response)) assert.fail('The call was not refused');
  return { status: answer.status, body: await jsonOf(answer) };
}
