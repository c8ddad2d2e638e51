import assert from 'node:assert/strict';
import { askOwnStatus, ownStatusFromWire } from '../../../src/model/ownStatus';
import { fakeClient } from '../../support/fakeClient';

const ann = { _id: 'ann-id', username: 'ann' };

describe('ownStatusFromWire', () => {
  it('tells what was chosen, though the connection is away', () => {
    const wire = {
      ...ann,
      status: 'away',
      statusConnection: 'away',
      statusDefault: 'online',
      statusText: 'lunch',
    } as const;

    assert.deepEqual(ownStatusFromWire(wire), { chosen: 'online', message: 'lunch' });
  });

  it('leaves open what the server does not tell, or nobody knows', () => {
    const strange = { ...ann, statusDefault: 'asleep', statusText: null } as never;

    for (const wire of [ann, strange])
      assert.deepEqual(ownStatusFromWire(wire), { chosen: undefined, message: '' });
  });
});

describe('askOwnStatus', () => {
  it('asks once', async () => {
    const client = fakeClient({ session: { me: () => ({ ...ann, statusDefault: 'busy' }) } });

    const { chosen } = await askOwnStatus(client, {});

    assert.deepEqual([chosen, client.called], ['busy', ['session.me']]);
  });
});
