import assert from 'node:assert/strict';
import { endpoints, type Client } from '../../../src/api/client';
import type { AnyEndpoint } from '../../../src/api/request';
import { clientOf, credentialsOf } from '../../support/clientOf';
import { Echo } from '../../support/echo';
import { FakeClock } from '../../support/fakeClock';

type Method = (args: object) => Promise<unknown>;

const table = Object.entries(endpoints).flatMap(([group, entries]) =>
  Object.entries(entries).map(([name, endpoint]: [string, AnyEndpoint]) => ({ group, name, endpoint })),
);

/** The method of an entry, past the types that a list of all cannot keep. */
function methodOf(client: Client, group: string, name: string): Method {
  return (client as unknown as Record<string, Record<string, Method>>)[group]?.[name] ?? assert.fail(name);
}

/** Writes that a lost answer leaves us free to repeat. */
const repeatable = [
  'users.setStatus',
  'users.setPreferences',
  'rooms.join',
  'rooms.favorite',
  'rooms.saveNotification',
  'rooms.open',
  'channels.join',
  'channels.setAnnouncement',
  'channels.setJoinCode',
  'channels.setCustomFields',
  'groups.setTopic',
  'groups.setDescription',
  'groups.setPurpose',
  'groups.setAnnouncement',
  'groups.setCustomFields',
  'groups.setEncrypted',
  'im.create',
  'im.open',
  'im.setTopic',
  'im.blockUser',
  'chat.pinMessage',
  'chat.unPinMessage',
  'chat.starMessage',
  'chat.unStarMessage',
  'chat.followMessage',
  'chat.unfollowMessage',
];

/** What is asked without the token. */
const anonymous = [
  'info',
  'login',
  'users.register',
  'users.2fa.sendEmailCode',
  'settings.public',
  'settings.oauth',
];

/** Of a server that has every method. */
const version = '99.0';

describe('the table of endpoints', () => {
  let echo: Echo;
  beforeEach(async () => (echo = await Echo.start()));
  afterEach(() => echo.close());

  it('names each method of the server once', () => {
    const names = table.map(({ endpoint }) => endpoint.name);

    assert.deepEqual(names, [...new Set(names)]);
  });

  it('has only names that need no encoding', () => {
    const odd = table.filter(({ endpoint }) => !/^[A-Za-z0-9.-]+$/.test(endpoint.name));

    assert.deepEqual(odd, []);
  });

  it('lets no other writes be repeated than these', () => {
    const safe = table.filter(({ endpoint }) => endpoint.verb === 'POST' && endpoint.isSafe);

    assert.deepEqual(
      safe.map(({ endpoint }) => endpoint.name),
      repeatable,
    );
  });

  it('lets no others be asked without the token than these', () => {
    const open = table.filter(({ endpoint }) => endpoint.isAnonymous);

    assert.deepEqual(
      open.map(({ endpoint }) => endpoint.name),
      anonymous,
    );
  });

  for (const { group, name, endpoint } of table) {
    const isAnonymous = anonymous.includes(endpoint.name);
    const isRepeated = endpoint.verb === 'GET' || repeatable.includes(endpoint.name);

    describe(`client.${group}.${name}`, () => {
      it(`is ${endpoint.verb} ${endpoint.name}, ${isAnonymous ? 'without' : 'with'} the token`, async () => {
        await methodOf(clientOf(echo, { version }), group, name)({});

        const { authToken, userId } = credentialsOf('ann');
        const [arrival] = echo.arrivals;
        assert.equal(arrival?.method, endpoint.verb);
        assert.equal(arrival.path, `/api/${endpoint.isUnversioned ? '' : 'v1/'}${endpoint.name}`);
        assert.deepEqual(
          [arrival.headers['x-auth-token'], arrival.headers['x-user-id']],
          isAnonymous ? [undefined, undefined] : [authToken, userId],
        );
      });

      it(isRepeated ? 'is repeated after a lost answer' : 'is never repeated', async () => {
        const clock = new FakeClock();
        let sent = 0;
        const fetch = () => Promise.resolve(new Response('', { status: ++sent < 3 ? 503 : 200 }));

        const calling = methodOf(clientOf(echo, { fetch, clock, version }), group, name)({});
        const ended = assert.rejects(calling);
        await clock.advance(5000);
        await ended;

        assert.equal(sent, isRepeated ? 3 : 1);
      });
    });
  }
});
