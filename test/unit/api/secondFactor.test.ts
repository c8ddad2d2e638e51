import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import type { Client } from '../../../src/api/client';
import { passwordDigest } from '../../../src/api/secondFactor';
import { clientOf, failureFrom } from '../../support/clientOf';
import { eachWithEcho, type Echo } from '../../support/echo';
import { PlainServer } from '../../support/plainServer';

describe('passwordDigest', () => {
  for (const password of ['', 'pass', 'pässwörd 🚀', 'a'.repeat(1000)]) {
    it(`is the SHA-256 of ${password.slice(0, 20)} in hexadecimal`, async () => {
      const expected = createHash('sha256').update(password).digest('hex');

      assert.equal(await passwordDigest(password), expected);
    });
  }
});

describe('the second factor of a call', () => {
  let echo: Echo;
  let client: Client;
  const fresh = eachWithEcho();
  beforeEach(() => void ({ echo, client } = fresh()));

  for (const method of ['totp', 'email', 'password'] as const) {
    it(`goes beside it: ${method}`, async () => {
      await client.session.me({}, { secondFactor: { method, code: '123456' } });

      const { headers } = echo.arrivals.at(-1) ?? {};
      assert.deepEqual([headers?.['x-2fa-code'], headers?.['x-2fa-method']], ['123456', method]);
    });
  }

  it('is not sent with a call that has none', async () => {
    await client.session.me({}, { secondFactor: { method: 'totp', code: '123456' } });
    await client.session.me({});

    assert.ok(!('x-2fa-code' in (echo.arrivals.at(-1)?.headers ?? {})));
  });

  for (const code of ['', '12\n34', '１２３', '12 34']) {
    it(`is wrong without being sent if no header can hold it: ${JSON.stringify(code)}`, async () => {
      const { failure } = await failureFrom(
        client.session.me({}, { secondFactor: { method: 'email', code } }),
      );

      assert.deepEqual(failure, { kind: 'totpRequired', methods: ['email'], isWrongCode: true });
      assert.deepEqual(echo.arrivals, []);
    });
  }

  it('is never in what a failure tells, nor in the log', async () => {
    const body = JSON.stringify({ success: false, error: 'code 987654 is odd', errorType: 'x-987654' });
    const server = await PlainServer.start((_, response) => response.writeHead(400).end(body));
    const lines: string[] = [];

    const error = await failureFrom(
      clientOf(server, { log: (line) => lines.push(line) }).session.me(
        {},
        { secondFactor: { method: 'totp', code: '987654' } },
      ),
    );
    await server.close();

    assert.ok(!inspect([error, lines], { depth: Infinity, showHidden: true }).includes('987654'));
  });

  it('answers the refusal that asked for it', async () => {
    const details = { method: 'totp', availableMethods: ['totp', 'email'] };
    const refusal = {
      success: false,
      error: 'TOTP Required [totp-required]',
      errorType: 'totp-required',
      details,
    };
    const server = await PlainServer.start(({ headers }, response) => {
      if (headers['x-2fa-code'] === '123456') response.end('{"success":true,"username":"ann"}');
      else response.writeHead(400).end(JSON.stringify(refusal));
    });
    const guarded = clientOf(server);

    const { failure } = await failureFrom(guarded.session.me({}));
    const me = await guarded.session.me({}, { secondFactor: { method: 'totp', code: '123456' } });
    await server.close();

    assert.deepEqual(failure, { kind: 'totpRequired', methods: ['totp', 'email'], isWrongCode: false });
    assert.equal(me.username, 'ann');
  });
});
