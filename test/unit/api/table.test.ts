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

describe('the table of endpoints', () => {
  let echo: Echo;
  beforeEach(async () => (echo = await Echo.start()));
  afterEach(() => echo.close());

  it('names each method of the server once', () => {
    const names = table.map(({ endpoint }) => endpoint.name);

    assert.deepEqual(names, [...new Set(names)]);
  });

  it('has only names that need no encoding', () => {
    const odd = table.filter(({ endpoint }) => !/^[A-Za-z0-9.]+$/.test(endpoint.name));

    assert.deepEqual(odd, []);
  });

  for (const { group, name, endpoint } of table) {
    describe(`client.${group}.${name}`, () => {
      it(`is ${endpoint.verb} ${endpoint.name}, ${endpoint.isAnonymous ? 'without' : 'with'} the token`, async () => {
        await methodOf(clientOf(echo), group, name)({});

        const { authToken, userId } = credentialsOf('ann');
        const [arrival] = echo.arrivals;
        assert.equal(arrival?.method, endpoint.verb);
        assert.equal(arrival.path, `/api/${endpoint.isUnversioned ? '' : 'v1/'}${endpoint.name}`);
        assert.deepEqual(
          [arrival.headers['x-auth-token'], arrival.headers['x-user-id']],
          endpoint.isAnonymous ? [undefined, undefined] : [authToken, userId],
        );
      });

      it(endpoint.isSafe ? 'is repeated after a lost answer' : 'is never repeated', async () => {
        const clock = new FakeClock();
        let sent = 0;
        const fetch = () => Promise.resolve(new Response('', { status: ++sent < 3 ? 503 : 200 }));

        const calling = methodOf(clientOf(echo, { fetch, clock }), group, name)({});
        const ended = assert.rejects(calling);
        await clock.advance(5000);
        await ended;

        assert.equal(sent, endpoint.isSafe ? 3 : 1);
      });
    });
  }
});
