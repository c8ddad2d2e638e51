import assert from 'node:assert/strict';
import { clientOf, failureFrom } from '../../support/clientOf';

const server = { url: 'https://chat.example.org' };

/** What a call fails with when `fetch` fails so. */
function failureWhen(cause: unknown, isReachable = false) {
  const fetch = (_: unknown, init?: RequestInit) =>
    init?.mode === 'no-cors' && isReachable
      ? Promise.resolve(Response.error())
      : Promise.reject(cause instanceof Error ? cause : new Error(String(cause)));
  return failureFrom(clientOf(server, { fetch }).chat.postMessage({ roomId: 'GENERAL' }));
}

const fetchFailed = (code: string, message = code) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });

describe('a call without an answer', () => {
  for (const code of [
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'HOSTNAME_MISMATCH',
  ]) {
    it(`is the certificate with ${code}`, async () => {
      assert.equal((await failureWhen(fetchFailed(code))).failure.kind, 'certificate');
    });
  }

  it("is the certificate in Electron's words", async () => {
    const { failure } = await failureWhen(new Error('net::ERR_CERT_AUTHORITY_INVALID'));

    assert.equal(failure.kind, 'certificate');
  });

  for (const code of ['ENOTFOUND', 'ECONNREFUSED', 'ECONNRESET', 'EAI_AGAIN', 'UND_ERR_SOCKET']) {
    it(`is offline with ${code}`, async () => {
      assert.equal((await failureWhen(fetchFailed(code), true)).failure.kind, 'offline');
    });
  }

  for (const message of ['connect ECONNREFUSED 10.0.0.1:407', 'getaddrinfo ENOTFOUND 407.example.org']) {
    it(`is offline, and no proxy's doing, with ${message}`, async () => {
      const { failure } = await failureWhen(fetchFailed('ECONNREFUSED', message));

      assert.equal(failure.kind, 'offline');
    });
  }

  it('is offline where every address of a name refuses', async () => {
    const refused = Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' });

    const { failure } = await failureWhen(new TypeError('fetch failed', { cause: refused }));

    assert.equal(failure.kind, 'offline');
  });

  it("is offline in Electron's words", async () => {
    const { failure } = await failureWhen(new TypeError('net::ERR_INTERNET_DISCONNECTED'), true);

    assert.equal(failure.kind, 'offline');
  });

  for (const message of [
    'Proxy response (407) !== 200 when HTTP Tunneling',
    'HTTP/1.1 407 Proxy Authentication Required',
    'tunneling socket could not be established, statusCode=407',
    'net::ERR_PROXY_AUTH_UNSUPPORTED',
  ]) {
    it(`is a proxy that wants credentials: ${message}`, async () => {
      const { failure, call } = await failureWhen(fetchFailed('UND_ERR_ABORTED', message));

      assert.deepEqual([failure.kind, call.status], ['protocol', 407]);
    });
  }

  it('is CORS where a browser hides the reason and the server can be reached all the same', async () => {
    const { failure } = await failureWhen(new TypeError('Failed to fetch'), true);

    assert.equal(failure.kind, 'cors');
  });

  it('leaves nothing unread of the answer that proves it', async () => {
    const ends: unknown[] = [];
    const body = () => new ReadableStream({ cancel: () => void ends.push('cancelled') });
    const fetch = (_: unknown, init?: RequestInit) =>
      init?.mode === 'no-cors'
        ? Promise.resolve(new Response(body()))
        : Promise.reject(new TypeError('failed'));

    await failureFrom(clientOf(server, { fetch }).chat.postMessage({ roomId: 'GENERAL' }));

    assert.deepEqual(ends, ['cancelled']);
  });

  it('is offline where a browser hides the reason and the server cannot be reached', async () => {
    const { failure } = await failureWhen(new TypeError('Failed to fetch'), false);

    assert.equal(failure.kind, 'offline');
  });
});
