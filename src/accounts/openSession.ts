import { systemClock } from '../base/clock';
import { Lifetime } from '../base/lifetime';
import type { Account } from '../model/account';
import { RoomCache } from '../model/roomCache';
import { Session, type SessionOptions } from '../model/session';
import { log } from '../platform/log';

/** What a session gets besides its client, as settings and host have it. */
export type Equipment = Pick<SessionOptions, 'realtime' | 'pollsBecause' | 'files' | 'writing'>;

export interface OpenSession {
  readonly session: Session;
  readonly token: string;
  readonly lifetime: Lifetime;
}

interface Opening extends Equipment, Pick<SessionOptions, 'client'> {
  readonly account: Account;
  readonly token: string;
}

/**
 * A session that shows what is kept of it on this machine. Nothing has been asked of the server but for what an earlier
 * window had still to send.
 */
export async function openSession({ token, ...options }: Opening): Promise<OpenSession> {
  const lifetime = new Lifetime();
  const session = lifetime.own(new Session(options));
  const { files } = options;
  if (files) await restore(lifetime.own(new RoomCache({ files, session, clock: systemClock })));
  void session.sending.resume();
  return { session, token, lifetime };
}

async function restore(cache: RoomCache): Promise<void> {
  const restored = await cache.restore();
  if (restored === 'unusable')
    log.info('what was kept of the rooms is damaged, too old or of another version');
}
