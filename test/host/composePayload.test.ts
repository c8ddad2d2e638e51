import assert from 'node:assert/strict';
import { Lifetime } from '../../src/base/lifetime';
import { Session } from '../../src/model/session';
import { targetRows } from '../../src/webview/composePayload';
import { fakeClient } from '../support/fakeClient';
import { account } from '../support/makers/account';
import { room } from '../support/makers/room';

describe('The question which target is meant', () => {
  let lifetime: Lifetime;
  let session: Session;

  beforeEach(() => {
    lifetime = new Lifetime();
    session = lifetime.own(new Session({ account: account(), client: fakeClient({}) }));
    session.rooms.merge([room('r1', { name: 'Planner', slug: 'planner' })]);
  });
  afterEach(() => lifetime.dispose());

  it('names the rooms, whichever way they are written', () => {
    const rows = targetRows(session, { channel: '#planner', roomId: ['r1', 'r2'] });

    assert.deepEqual(
      rows.map(({ label, description }) => `${description}: ${label}`),
      ['channel: Planner', 'roomId: Planner, r2'],
    );
  });
});
