import type { Client, ClientOptions } from '../../src/api/client';
import { connect } from '../../src/api/connect';
import { ApiError } from '../../src/api/errors';
import { tokenOf } from './workspace';

interface Signing extends Omit<ClientOptions, 'credentials'> {
  /** User name of `person()`; null for nobody. */
  readonly as?: string | null;
}

/** A client of the stand-in, signed in as ann unless said otherwise. */
export function clientOf(
  { url }: { readonly url: string },
  { as = 'ann', ...options }: Signing = {},
): Client {
  return connect(url, { ...options, ...(as !== null && { credentials: credentialsOf(as) }) });
}

export function credentialsOf(username: string) {
  return { userId: `${username}-id`, authToken: tokenOf(username) };
}

/** What a call failed with; fails itself if the call did not. */
export async function failureFrom(call: Promise<unknown>): Promise<ApiError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ApiError) return error;
  throw new Error('The call did not fail with an ApiError', { cause: error });
}

/** What a `fetch` in a test was asked for. */
export function addressOf(input: Parameters<typeof fetch>[0]): string {
  return input instanceof Request ? input.url : input.toString();
}
