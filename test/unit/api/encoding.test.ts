import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Client } from '../../../src/api/client';
import type { WireStatus } from '../../../src/api/wire';
import { anyText } from '../../support/anyText';
import { eachWithEcho, type Echo } from '../../support/echo';

describe('encoding', () => {
  let echo: Echo;
  let client: Client;
  const fresh = eachWithEcho();
  beforeEach(() => void ({ echo, client } = fresh()));

  it('lets no value of a query become another parameter or another path', async () => {
    await client.chat.getMessage({ msgId: '../me?x=1&rc_token=2#/&=%26' });

    assert.equal(
      echo.arrivals.at(-1)?.path,
      '/api/v1/chat.getMessage?msgId=..%2Fme%3Fx%3D1%26rc_token%3D2%23%2F%26%3D%2526',
    );
  });

  it('writes booleans as words, numbers in digits and a sort order as JSON', async () => {
    await client.channels.history({ roomId: 'r', showThreadMessages: false, inclusive: true, count: 20 });
    const history = echo.query;
    await client.chat.getThreadMessages({ tmid: 't', sort: { ts: -1 } });
    const replies = echo.query;

    assert.deepEqual(history, { roomId: 'r', showThreadMessages: 'false', inclusive: 'true', count: '20' });
    assert.deepEqual(replies, { tmid: 't', sort: '{"ts":-1}' });
  });

  it('writes a list so that the server finds one, even of one', async () => {
    const status = ['online', 'away'] as const;
    await client.channels.members({ roomId: 'r', status });
    await client.channels.members({ roomId: 'r', status: ['busy'] });
    await client.channels.members({ roomId: 'r', status: [] });

    assert.deepEqual(
      echo.arrivals.map(({ path }) => decodeURIComponent(path).split('?')[1]),
      ['roomId=r&status[]=online&status[]=away', 'roomId=r&status[]=busy', 'roomId=r'],
    );
  });

  it('brings any list of texts to the server unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 4 }), async (ids) => {
        // Any texts, to see that none of them becomes another parameter.
        await client.channels.members({ roomId: 'r', status: ids as WireStatus[] });

        const { searchParams } = new URL(echo.arrivals.at(-1)?.path ?? '', echo.url);
        assert.deepEqual(searchParams.getAll('status[]'), ids);
        assert.deepEqual(new Set(searchParams.keys()), new Set(['roomId', 'status[]']));
      }),
    );
  });

  it('leaves out what is undefined', async () => {
    await client.rooms.get({ updatedSince: undefined });
    await client.chat.sendMessage({ message: { rid: 'r', msg: 'm', tmid: undefined } });

    const [get, post] = echo.arrivals;
    assert.equal(get?.path, '/api/v1/rooms.get');
    assert.equal(post?.body, '{"message":{"rid":"r","msg":"m"}}');
  });

  it('asks without a question mark where there is nothing to say', async () => {
    await client.session.me({});

    assert.equal(echo.arrivals.at(-1)?.path, '/api/v1/me');
  });

  it('posts JSON and says so, even if there is nothing in it', async () => {
    await client.session.logout({});

    const { headers, body } = echo.arrivals.at(-1) ?? {};
    assert.deepEqual([headers?.['content-type'], body], ['application/json', '{}']);
  });
});
