import assert from 'node:assert/strict';
import type { Client } from '../../../src/api/client';
import { fewTries, pauseMs } from '../../../src/api/retry';
import type { Trouble } from '../../server/http/faults';
import { clientOf, failureFrom } from '../../support/clientOf';
import { FakeClock } from '../../support/fakeClock';
import { eachWithServer } from '../../support/standIn';

const passing: Record<string, Trouble> = {
  'a dropped connection': { kind: 'drop' },
  'an answer that breaks off': { kind: 'cut' },
  'status 502': { kind: 'status', status: 502, body: '<h1>Bad Gateway</h1>' },
  'status 503': { kind: 'status', status: 503, body: { success: false, error: 'Service Unavailable' } },
  'status 504': { kind: 'status', status: 504 },
};

const lasting: Record<string, Trouble> = {
  'status 500': { kind: 'status', status: 500, body: { success: false, error: 'Internal server error' } },
  'status 400': { kind: 'status', status: 400, body: { success: false, error: 'No.' } },
  'status 404': { kind: 'status', status: 404 },
  'a page instead of JSON': { kind: 'html' },
  'half of the JSON': { kind: 'truncate' },
  'a redirect': { kind: 'redirect', to: 'https://elsewhere.example/' },
};

describe('repeating', () => {
  const server = eachWithServer();
  let clock: FakeClock;
  let client: Client;
  beforeEach(() => {
    clock = new FakeClock();
    client = clientOf(server(), { clock, random: () => 0.5 });
  });

  const requests = (path: string) =>
    server()
      .requests.all()
      .filter((request) => request.path.startsWith(path));

  for (const [name, trouble] of Object.entries(passing)) {
    it(`asks twice more after ${name}`, async () => {
      server().faults.add({ ...trouble, path: '/api/v1/me', times: 2 });

      const calling = client.session.me({});
      await clock.untilPending(300);
      await clock.advance(300);
      await clock.untilPending(600);
      await clock.advance(600);

      assert.equal((await calling).username, 'ann');
      assert.equal(requests('/api/v1/me').length, 3);
    });
  }

  for (const [name, trouble] of Object.entries(lasting)) {
    it(`does not ask again after ${name}`, async () => {
      server().faults.add({ ...trouble, path: '/api/v1/me' });

      await failureFrom(client.session.me({}));

      assert.equal(requests('/api/v1/me').length, 1);
    });
  }

  it('gives up after the third try with its failure', async () => {
    server().faults.add({ kind: 'drop', path: '/api/v1/me', times: 2 });
    server().faults.add({ kind: 'status', status: 503, path: '/api/v1/me' });

    const failing = failureFrom(client.session.me({}));
    await clock.untilPending(300);
    await clock.advance(300);
    await clock.untilPending(600);
    await clock.advance(600);
    const error = await failing;

    assert.deepEqual([error.failure.kind, error.call.status], ['server', 503]);
    assert.equal(requests('/api/v1/me').length, 3);
  });

  it('repeats a write that may be repeated', async () => {
    server().faults.add({ kind: 'drop', path: '/api/v1/channels.join', after: true, times: 1 });

    const calling = client.channels.join({ roomId: 'GENERAL' });
    await clock.untilPending(300);
    await clock.advance(300);
    await calling;

    assert.equal(requests('/api/v1/channels.join').length, 2);
  });

  it('does not sign out twice, which would end as a dead token', async () => {
    server().faults.add({ kind: 'drop', path: '/api/v1/logout', after: true, times: 1 });

    const { failure } = await failureFrom(client.session.logout({}));

    assert.equal(failure.kind, 'offline');
    assert.equal(requests('/api/v1/logout').length, 1);
  });

  it('does not mark a room read twice, as more may have come meanwhile', async () => {
    server().faults.add({ kind: 'drop', path: '/api/v1/subscriptions.read', after: true, times: 1 });

    await failureFrom(client.subscriptions.read({ rid: 'GENERAL' }));

    assert.equal(requests('/api/v1/subscriptions.read').length, 1);
  });

  for (const [name, trouble] of Object.entries(passing)) {
    it(`never repeats a message after ${name}`, async () => {
      server().faults.add({ ...trouble, path: '/api/v1/chat.*', after: true });

      await failureFrom(client.chat.sendMessage({ message: { rid: 'GENERAL', msg: 'once' } }));
      await failureFrom(client.chat.postMessage({ roomId: 'GENERAL', text: 'once' }));

      assert.equal(requests('/api/v1/chat.').length, 2);
      assert.deepEqual(clock.pending, []);
    });
  }
});

describe('pauseMs', () => {
  it('doubles from try to try up to a limit', () => {
    const pauses = [1, 2, 3, 4, 5, 6].map((tries) => pauseMs(fewTries, tries, () => 1));

    assert.deepEqual(pauses, [400, 800, 1600, 3200, 4000, 4000]);
  });

  it('leaves half of it to chance', () => {
    const pauses = [0, 0.5].map((chance) => pauseMs(fewTries, 1, () => chance));

    assert.deepEqual(pauses, [200, 300]);
  });
});
