import assert from 'node:assert/strict';
import type { Avatar } from '../../../src/api/avatar';
import { clientOf, failureFrom } from '../../support/clientOf';
import { Echo } from '../../support/echo';
import { eachWithServer } from '../../support/standIn';
import { tokenOf } from '../../support/workspace';

describe('an avatar', () => {
  const server = eachWithServer({ rootPath: '/chat' });
  const asked = () => server().requests.all().at(-1);

  const addresses: readonly (readonly [Avatar, string])[] = [
    [{ username: 'ann' }, '/avatar/ann'],
    [{ username: 'ann', size: 64, format: 'png', etag: 'x y' }, '/avatar/ann?size=64&format=png&etag=x+y'],
    [{ userId: 'ann-id' }, '/avatar/uid/ann-id'],
    [{ roomId: 'GENERAL', size: 16 }, '/avatar/room/GENERAL?size=16'],
    [{ initialsOf: 'größe/x?#' }, '/avatar/@gr%C3%B6%C3%9Fe%2Fx%3F%23'],
  ];
  for (const [avatar, address] of addresses) {
    it(`is found at ${address}`, async () => {
      await Promise.allSettled([clientOf(server()).avatar(avatar)]);

      assert.equal(asked()?.path, `/chat${address}`);
    });
  }

  it('is an image', async () => {
    const picture = await clientOf(server()).avatar({ username: 'ann' });

    assert.match(picture.type, /^image\//);
  });

  for (const username of ['', '.', '..']) {
    it(`is of no such name: '${username}'`, async () => {
      const { failure } = await failureFrom(clientOf(server()).avatar({ username }));

      assert.deepEqual(failure, { kind: 'invalid', code: 'path-segment' });
      assert.deepEqual(server().requests.all(), []);
    });
  }

  it('counts on its own limit', async () => {
    server().faults.add({ kind: 'status', status: 404, path: '/avatar/*' });

    const { call } = await failureFrom(clientOf(server()).avatar({ username: 'ann' }));

    assert.equal(call.route, 'GET avatar');
  });

  it('is no page of a proxy', async () => {
    server().faults.add({ kind: 'contentType', type: 'text/html', path: '/avatar/*' });

    const { failure } = await failureFrom(clientOf(server()).avatar({ username: 'ann' }));

    assert.deepEqual(failure, { kind: 'protocol' });
  });
});

describe('an avatar that only members may see', () => {
  const server = eachWithServer({ settings: { Accounts_AvatarBlockUnauthenticatedAccess: true } });

  it('is shown to those signed in, by a cookie', async () => {
    const picture = await clientOf(server()).avatar({ username: 'bob' });

    const { path, headers } = server().requests.all().at(-1) ?? assert.fail();
    assert.ok(picture.size > 0);
    assert.equal(headers['cookie'], `rc_uid=ann-id; rc_token=${tokenOf('ann')}`);
    assert.ok(!('x-auth-token' in headers) && !path.includes(tokenOf('ann')));
  });

  it('is forbidden where the server says so', async () => {
    server().faults.add({ kind: 'status', status: 403, body: 'Forbidden', path: '/avatar/*' });

    const { failure } = await failureFrom(clientOf(server(), { as: null }).avatar({ username: 'bob' }));

    assert.equal(failure.kind, 'forbidden');
  });

  it('takes no cookie along to a storage', async () => {
    const storage = await Echo.start();
    server().faults.add({ kind: 'redirect', to: `${storage.url}/x`, path: '/avatar/*' });

    await Promise.allSettled([clientOf(server()).avatar({ username: 'bob' })]);
    await storage.close();

    assert.equal(storage.arrivals.length, 1);
    assert.ok(!('cookie' in (storage.arrivals[0]?.headers ?? {})));
  });
});
