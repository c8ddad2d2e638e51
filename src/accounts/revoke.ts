import type { Client, Credentials } from '../api/client';
import { systemClock } from '../base/clock';
import type { Account } from '../model/account';
import { log } from '../platform/log';

const patienceMs = 5_000;

/**
 * Tells the server that a password's token is not needed any more: best effort, within a short time, never throws.
 * An access token belongs to the person and is never revoked.
 */
export async function revoke(
  account: Account,
  token: string,
  connect: (server: string, credentials: Credentials) => Client,
): Promise<void> {
  if (account.signedInBy !== 'password') return;
  const patience = new AbortController();
  const timer = systemClock.after(patienceMs, () => patience.abort());
  try {
    const client = connect(account.server, { userId: account.userId, authToken: token });
    await client.session.logout({}, { signal: patience.signal });
  } catch (error) {
    log.error('signing out on the server', error);
  } finally {
    timer.dispose();
  }
}
