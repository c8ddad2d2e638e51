import assert from 'node:assert/strict';
import type { Fault } from '../../server/http/faults';
import { ask, itemIn, jsonOf, listIn } from '../../support/ask';
import { formOf, sendForm } from '../../support/sendForm';
import { eachWithServer } from '../../support/standIn';

const logout = { verb: 'POST', path: '/api/v1/logout' } as const;

describe('a fault', () => {
  const server = eachWithServer();
  const signOut = () => ask(server(), 'POST logout', { as: 'ann' });
  const isSignedIn = async () => (await ask(server(), 'GET me', { as: 'ann' })).status === 200;
  const raw = () => fetch(`${server().url}/api/v1/logout`, { method: 'POST', ...asAnn });
  const asAnn = { headers: { 'X-User-Id': 'ann-id', 'X-Auth-Token': 'ann-token' } };

  it('drops the connection before anything is done', async () => {
    server().faults.add({ ...logout, kind: 'drop' });

    await assert.rejects(signOut(), TypeError);
    assert.equal(await isSignedIn(), true);
  });

  it('drops the connection when all is done', async () => {
    server().faults.add({ ...logout, kind: 'drop', after: true });

    await assert.rejects(signOut(), TypeError);
    assert.equal(await isSignedIn(), false);
  });

  it('answers with another status, and does nothing', async () => {
    const headers = { 'Retry-After': '3' };
    server().faults.add({ ...logout, kind: 'status', status: 503, body: { error: 'down' }, headers });

    const answer = await signOut();

    assert.equal(answer.status, 503);
    assert.deepEqual(answer.body, { error: 'down' });
    assert.equal(answer.headers.get('retry-after'), '3');
    assert.equal(await isSignedIn(), true);
  });

  it('answers with another status although all is done', async () => {
    server().faults.add({ ...logout, kind: 'status', status: 504, body: 'Gateway Time-out', after: true });

    const response = await raw();

    assert.equal(response.status, 504);
    assert.equal(await response.text(), 'Gateway Time-out');
    assert.equal(response.headers.get('cache-control'), null);
    assert.equal(await isSignedIn(), false);
  });

  it('answers with bytes that are no text', async () => {
    server().faults.add({ ...logout, kind: 'garbage' });

    const response = await raw();

    assert.equal(response.status, 200);
    await assert.rejects(response.json(), SyntaxError);
  });

  it('answers with a page', async () => {
    server().faults.add({ ...logout, kind: 'html' });

    const response = await raw();

    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /text\/html/);
    assert.match(await response.text(), /<!doctype html>/);
  });

  it('answers with nothing', async () => {
    server().faults.add({ ...logout, kind: 'empty' });

    assert.equal(await (await raw()).text(), '');
  });

  it('sends elsewhere', async () => {
    server().faults.add({ ...logout, kind: 'redirect', to: 'https://sso.example/' });

    const response = await fetch(`${server().url}/api/v1/logout`, { method: 'POST', redirect: 'manual' });

    assert.equal(response.status, 302);
    assert.equal(response.headers.get('location'), 'https://sso.example/');
  });

  it('sends half of the text', async () => {
    server().faults.add({ ...logout, kind: 'truncate' });

    const response = await raw();

    assert.equal(response.headers.get('content-type'), 'application/json');
    await assert.rejects(response.json(), SyntaxError);
    assert.equal(await isSignedIn(), false);
  });

  it('breaks off in the middle of the answer', async () => {
    server().faults.add({ ...logout, kind: 'cut' });

    const response = await raw();

    assert.equal(response.status, 200);
    await assert.rejects(response.text(), TypeError);
  });

  it('calls the answer something else', async () => {
    server().faults.add({ ...logout, kind: 'contentType', type: 'text/plain' });

    const response = await raw();

    assert.equal(response.headers.get('content-type'), 'text/plain');
    assert.match(await response.text(), /logged out/);
  });

  it('holds the request until it is released', async () => {
    const held = server().faults.add({ ...logout, kind: 'hold' });

    const answer = signOut();
    await held.reached;
    const before = await isSignedIn();
    held.release();

    assert.equal((await answer).status, 200);
    assert.deepEqual([before, await isSignedIn()], [true, false]);
  });

  it('holds the answer until it is released', async () => {
    const held = server().faults.add({ path: '/api/v1/me', kind: 'hold', after: true });

    const answer = ask(server(), 'GET me', { as: 'ann' });
    await held.reached;
    held.release();

    assert.equal((await answer).body['username'], 'ann');
  });

  it('delays', async () => {
    server().faults.add({ ...logout, kind: 'delay', ms: 1 });

    assert.equal((await signOut()).status, 200);
  });

  it('takes an upload slowly until it is released', async () => {
    const file = new File(['a few words'], 'a.txt', { type: 'text/plain' });
    const path = '/api/v1/rooms.media/GENERAL';
    const slow = server().faults.add({ path, kind: 'slow', bytesPerSecond: 0.01 });

    const answer = sendForm(server(), 'rooms.media/GENERAL', { as: 'ann', form: formOf(['file', file]) });
    await slow.reached;
    slow.release();

    assert.equal((await answer).status, 200);
  });

  it('ends after so many times', async () => {
    const fault = server().faults.add({ path: '/api/v1/me', kind: 'status', status: 502, times: 2 });

    const statuses = [];
    for (let call = 0; call < 3; call++) {
      const { status } = await fetch(`${server().url}/api/v1/me`, asAnn);
      statuses.push(status);
    }

    assert.deepEqual(statuses, [502, 502, 200]);
    assert.equal(fault.hits, 2);
  });

  it('leaves other verbs and paths alone', async () => {
    server().faults.add({ verb: 'GET', path: '/api/v1/logout', kind: 'drop' });
    server().faults.add({ path: '/api/v1/log', kind: 'drop' });

    assert.equal((await signOut()).status, 200);
  });

  it('concerns every path that a star stands for', async () => {
    server().faults.add({ path: '/api/v1/users.*', kind: 'drop' });

    await assert.rejects(ask(server(), 'GET users.presence', { as: 'ann' }), TypeError);
    assert.equal(await isSignedIn(), true);
  });
});

describe('the control route', () => {
  const server = eachWithServer({ rootPath: '/chat' });

  async function control(verb: string, path: string, body?: object | string) {
    const origin = new URL(server().url).origin;
    const response = await fetch(`${origin}/__control/${path}`, {
      method: verb,
      ...(body && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: await jsonOf(response) };
  }

  it('adds faults and takes them away', async () => {
    const fault: Fault = { path: '/api/v1/me', kind: 'empty' };

    const added = await control('POST', 'faults', fault);
    const removed = await control('DELETE', `faults/${String(added.body['id'])}`);
    const after = await ask(server(), 'GET me', { as: 'ann' });

    assert.deepEqual(added.body, { id: 1, hits: 0, fault });
    assert.equal(removed.status, 200);
    assert.equal(after.status, 200);
  });

  it('releases what a fault holds', async () => {
    const { body } = await control('POST', 'faults', { path: '/api/v1/me', kind: 'hold' });

    const answer = ask(server(), 'GET me', { as: 'ann' });
    await server().faults.all()[0]?.reached;
    await control('POST', `faults/${String(body['id'])}/release`);

    assert.equal((await answer).status, 200);
  });

  const path = '/api/v1/me';
  const faults: readonly [what: string, fault: object | string][] = [
    ['another kind', { path, kind: 'explode' }],
    ['no kind', { path }],
    ['no path', { kind: 'drop' }],
    ['a key that is not of its kind', { path, kind: 'drop', ms: 5 }],
    ['a delay of no length', { path, kind: 'delay' }],
    ['a status of no number', { path, kind: 'status', body: 'x' }],
    ['a status that no answer can have', { path, kind: 'status', status: 1000 }],
    ['a redirect to nowhere', { path, kind: 'redirect' }],
    ['a type without a name', { path, kind: 'contentType' }],
    ['a text', 'boom'],
  ];
  for (const [what, fault] of faults) {
    it(`refuses what is no fault: ${what}`, async () => {
      const { status, body } = await control('POST', 'faults', fault);

      assert.deepEqual([status, body['error']], [400, 'This is no fault']);
      assert.deepEqual(server().faults.all(), []);
    });
  }

  const whole: readonly Fault[] = [
    { path, kind: 'delay', ms: 5, times: 1, after: true, verb: 'GET' },
    { path, kind: 'status', status: 503, body: { error: 'x' }, headers: { 'Retry-After': '1' } },
    { path, kind: 'status', status: 503, body: 'Down' },
    { path, kind: 'redirect', to: '/', status: 307 },
    { path, kind: 'contentType', type: 'text/plain' },
  ];
  for (const fault of whole) {
    it(`takes ${JSON.stringify(fault)}`, async () => {
      const { body } = await control('POST', 'faults', fault);

      assert.deepEqual(body['fault'], fault);
    });
  }

  it('tells the code of the last e-mail', async () => {
    await ask(server(), 'POST users.2fa.sendEmailCode', { body: { emailOrUsername: 'ann' } });

    const { body } = await control('GET', 'email-code?user=ann');

    assert.match(String(body['code']), /^\d{6}$/);
    assert.equal((await control('GET', 'email-code?user=bob')).status, 404);
  });

  it('shows the requests, but not those to itself', async () => {
    await ask(server(), 'GET me', { as: 'ann', query: { a: '1' } });

    const { body } = await control('GET', 'requests');

    const requests = listIn(body, 'requests');
    assert.deepEqual(
      requests.map(({ method, path }) => [method, path]),
      [['GET', '/chat/api/v1/me?a=1']],
    );
    assert.equal(itemIn(requests[0] ?? {}, 'headers')['x-auth-token'], 'ann-token');
  });

  it('starts anew', async () => {
    server().faults.add({ path: '/api/v1/me', kind: 'drop' });
    await ask(server(), 'POST logout', { as: 'ann' });

    await control('POST', 'reset');

    assert.equal((await ask(server(), 'GET me', { as: 'ann' })).status, 200);
    assert.equal(server().requests.all().length, 1);
  });
});
