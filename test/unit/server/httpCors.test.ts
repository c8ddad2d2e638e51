import assert from 'node:assert/strict';
import { eachWithServer } from '../../support/standIn';

const origin = 'https://elsewhere.example';

describe('a call from a page of another origin', () => {
  const server = eachWithServer();

  function preflight(headers: Record<string, string>): Promise<Response> {
    return fetch(`${server().url}/api/v1/me`, { method: 'OPTIONS', headers });
  }

  it('may read an answer', async () => {
    const { headers } = await fetch(`${server().url}/api/v1/settings.oauth`);

    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.match(headers.get('access-control-allow-headers') ?? '', /X-Auth-Token/);
  });

  it('may not ask beforehand on a server as it comes', async () => {
    const response = await preflight({ 'Access-Control-Request-Method': 'GET' });

    assert.equal(response.status, 405);
    assert.match(await response.text(), /CORS not enabled/);
  });

  it('may not send a second factor even where asking is allowed', async () => {
    server().settings.set('API_Enable_CORS', true);

    const { status, headers } = await preflight({ Origin: origin });

    assert.equal(status, 200);
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.equal(headers.get('access-control-allow-methods'), 'GET, POST, PUT, DELETE, HEAD, PATCH');
    assert.doesNotMatch(headers.get('access-control-allow-headers') ?? '', /2fa/);
  });

  it('must come from a listed origin', async () => {
    server().settings.set('API_Enable_CORS', true);
    server().settings.set('API_CORS_Origin', `https://chat.example, ${origin}`);

    const listed = await preflight({ Origin: origin });
    const stranger = await preflight({ Origin: 'https://bad.example' });

    assert.equal(listed.headers.get('access-control-allow-origin'), origin);
    assert.equal(stranger.status, 403);
    assert.equal(await stranger.text(), 'Invalid origin');
  });
});
