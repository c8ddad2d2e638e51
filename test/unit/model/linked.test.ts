import assert from 'node:assert/strict';
import { connect } from '../../../src/api/connect';
import { failureOf } from '../../../src/api/errors';
import { Lifetime } from '../../../src/base/lifetime';
import { findLinked, isInReach } from '../../../src/model/linked';
import type { LinkTarget } from '../../../src/model/links';
import { Session } from '../../../src/model/session';
import { credentialsOf } from '../../support/clientOf';
import { argsOf, sessionWith } from '../../support/fakeSession';
import { account } from '../../support/makers/account';
import { wireMessage } from '../../support/makers/message';
import { eachWithServer } from '../../support/standIn';
import { teamRooms } from '../../support/teamRooms';

const channel = (name: string) => ({ type: 'c', name });

describe('findLinked', () => {
  it('asks for nothing where room and message are known', async () => {
    const { client, session } = sessionWith({});
    session.receive([wireMessage('m')]);

    const { place, message } = await findLinked(session, {
      server: session.account.server,
      room: channel('general'),
      message: 'm',
    });

    assert.deepEqual([place, message?.id], [{ room: 'general' }, 'm']);
    assert.deepEqual(argsOf(client, 'chat.getMessage'), []);
  });

  it('takes a message that lies elsewhere for none', async () => {
    const { session } = sessionWith({});
    session.receive([wireMessage('m', { rid: 'elsewhere' })]);
    const target = { server: '', room: channel('general'), message: 'm' };

    await assert.rejects(findLinked(session, target), (error) => failureOf(error)?.kind === 'notFound');
  });
});

describe('findLinked over a server', () => {
  const server = eachWithServer({ data: teamRooms() });
  let lifetime: Lifetime;
  let session: Session;
  beforeEach(() => {
    lifetime = new Lifetime();
    const client = connect(server().url, { credentials: credentialsOf('ann') });
    session = lifetime.own(new Session({ account: account({ server: server().url }), client }));
  });
  afterEach(() => lifetime.dispose());

  const cases: [string, Omit<LinkTarget, 'server'>, unknown][] = [
    ['a channel by its name', { room: channel('dev') }, { room: 'dev' }],
    ['a room by its id', { room: { id: 'secret' } }, { room: 'secret' }],
    ['a direct message', { room: { type: 'd', name: 'ann-idbob-id' } }, { room: 'ann-idbob-id' }],
    ['a message', { room: channel('general'), message: 'general-1' }, { room: 'GENERAL' }],
    ['a thread', { room: channel('dev'), thread: 'thread' }, { room: 'dev', thread: 'thread' }],
  ];
  for (const [what, target, expected] of cases)
    it(`finds ${what}`, async () => {
      const { place } = await findLinked(session, { server: server().url, ...target });

      assert.deepEqual(place, expected);
    });

  it('says beforehand whether somebody gets there', async () => {
    const linkTo = (name: string) => ({ server: server().url, room: channel(name) });

    const reached = [await isInReach(session, linkTo('dev')), await isInReach(session, linkTo('nowhere'))];

    assert.deepEqual(reached, [true, false]);
  });

  it('refuses a room that is not there', async () => {
    const finding = findLinked(session, { server: server().url, room: channel('nowhere') });

    await assert.rejects(finding, (error) => failureOf(error) !== undefined);
  });
});
