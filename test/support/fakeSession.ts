import { Session, type SessionOptions } from '../../src/model/session';
import { fakeClient, type Answers, type FakeClient } from './fakeClient';
import { account } from './makers/account';
import { room } from './makers/room';

export interface FakeSession {
  readonly client: FakeClient;
  readonly session: Session;
}

/** Ann's session in the room general, over a client that answers what the test says. */
export function sessionWith(answers: Answers, options: Partial<SessionOptions> = {}): FakeSession {
  const client = fakeClient(answers);
  const session = new Session({ account: account(), client, ...options });
  session.rooms.merge([room('general')]);
  return { client, session };
}

/** What each call of that name asked for. */
export function argsOf(client: FakeClient, name: string): object[] {
  return client.calls.filter((call) => call.name === name).map(({ args }) => args);
}
