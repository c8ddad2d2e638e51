import assert from 'node:assert/strict';
import Client from '@rocket.chat/sdk/lib/api/RocketChat';
import { isObject } from '../../server/isObject';
import type { Item } from '../ask';

/** The REST half of the bots' kit; the whole signs in over a socket. */
export function botSdk({ url }: { readonly url: string }): Client {
  return new Client({ host: url });
}

interface People {
  allNames(): Promise<unknown>;
  info(username: string): Promise<unknown>;
}

/** The kit itself does not say what these are. */
export function people({ users }: { readonly users: People }): People {
  return users;
}

/** The kit throws status and body as they came; fails if the call was not refused. */
export async function refusalOf(call: Promise<unknown>): Promise<Item> {
  const answer: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return isObject(answer) ? answer : assert.fail('The call was not refused');
}
