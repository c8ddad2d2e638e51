import assert from 'node:assert/strict';
import { publicStreams, type WireRoleChange } from '../../../src/api/realtime/streams';
import type { Permission } from '../../../src/model/permissions';
import { liveSession, quietServer } from '../../support/liveSession';
import { delta } from '../../support/makers/room';

/** Ann, an ordinary person, on a server where ordinary people make channels. */
async function ordinaryAnn() {
  const live = await liveSession({
    ...quietServer(),
    session: { me: () => ({ _id: 'ann-id', username: 'ann', roles: ['user'] }) },
    permissions: { listAll: () => delta([{ _id: 'create-c', roles: ['user'] }]) },
  });
  await live.goLive();
  const { rights } = live.session;
  let changes = 0;
  rights.onDidChange(() => (changes += 1));
  const grant = (change: Partial<WireRoleChange>) =>
    live.realtime.emit(publicStreams.rolesChanged, {
      type: 'added',
      _id: 'admin',
      u: { _id: 'ann-id' },
      ...change,
    });
  return {
    ...live,
    grant,
    may: (permission: Permission) => rights.can(permission),
    changes: () => changes,
  };
}

describe('what is told of rights', () => {
  it('gives a permission to other roles at once', async () => {
    const { realtime, may, changes } = await ordinaryAnn();
    const before = may('create-c');

    const wire = { _id: 'create-c', roles: ['admin'] };
    realtime.emit(publicStreams.permissionsChanged, 'updated', wire);
    realtime.emit(publicStreams.permissionsChanged, 'updated', wire);

    assert.deepEqual([before, may('create-c'), changes()], [true, false, 1]);
  });

  it('gives the person a role on the server, and takes it back', async () => {
    const { grant, may } = await ordinaryAnn();

    grant({});
    const asAdmin = may('edit-message');
    grant({ type: 'removed' });

    assert.deepEqual([asAdmin, may('edit-message')], [true, false]);
  });

  it('leaves out roles of others, and those in one room', async () => {
    const { grant, may, changes } = await ordinaryAnn();

    grant({ u: { _id: 'bob-id' } });
    grant({ scope: 'general' });
    grant({ u: undefined });

    assert.deepEqual([may('edit-message'), changes()], [false, 0]);
  });

  it('is asked for once more after the connection was away', async () => {
    const { client, fail, goLive, may } = await ordinaryAnn();
    await fail(1);
    client.answer({
      session: { me: () => ({ _id: 'ann-id', username: 'ann', roles: ['user', 'admin'] }) },
      permissions: { listAll: () => delta([{ _id: 'create-c', roles: ['nobody'] }]) },
    });

    await goLive();

    assert.deepEqual([may('create-c'), may('edit-message')], [false, true]);
  });

  it('leaves out what makes no sense', async () => {
    const { realtime, may, changes } = await ordinaryAnn();

    for (const wrong of [null, 7, { _id: 7 }] as unknown[]) {
      // Servers may say anything.
      realtime.emit(publicStreams.permissionsChanged, 'updated', wrong as never);
      realtime.emit(publicStreams.rolesChanged, wrong as never);
    }

    assert.deepEqual([may('create-c'), changes()], [true, 0]);
  });
});
