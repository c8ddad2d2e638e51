import { Session } from '../../src/model/session';
import type { StandIn, StartOptions } from '../server/server';
import { clientOf } from './clientOf';
import { account } from './makers/account';
import { eachWithServer } from './standIn';

/** A fresh server for each test of the suite, and sessions over it that end with the test. */
export function eachWithSessions(options: StartOptions = {}): {
  readonly server: () => StandIn;
  readonly sessionOf: (username: string) => Session;
} {
  const server = eachWithServer(options);
  const sessions: Session[] = [];
  afterEach(() => sessions.splice(0).forEach((session) => session.dispose()));
  const sessionOf = (username: string) => {
    const me = account({ server: server().url, userId: `${username}-id`, username });
    const session = new Session({ account: me, client: clientOf(server(), { as: username }) });
    sessions.push(session);
    return session;
  };
  return { server, sessionOf };
}
