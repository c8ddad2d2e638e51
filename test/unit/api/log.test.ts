import assert from 'node:assert/strict';
import { clientOf, failureFrom } from '../../support/clientOf';
import { FakeClock } from '../../support/fakeClock';
import { eachWithServer } from '../../support/standIn';
import { strayErrors } from '../../support/strayErrors';
import { person, tokenOf } from '../../support/workspace';

describe('the log of a client', () => {
  const server = eachWithServer();
  let lines: string[];
  beforeEach(() => (lines = []));
  const log = (line: string) => lines.push(line);

  it('has one line for each call that ended: verb, name, outcome, time', async () => {
    const clock = new FakeClock();
    const client = clientOf(server(), { log, clock });
    const held = server().faults.add({ kind: 'hold', path: '/api/v1/me' });

    const calling = client.session.me({});
    await held.reached;
    await clock.advance(40);
    held.release();
    await calling;
    await failureFrom(client.chat.getMessage({ msgId: 'none' }));

    assert.deepEqual(lines, ['GET me ok 40 ms', 'GET chat.getMessage 400 notFound 0 ms']);
  });

  it('says once that a call was lost, however often it was tried', async () => {
    const clock = new FakeClock();
    const client = clientOf(server(), { log, clock, random: () => 0.5 });
    server().faults.add({ kind: 'drop', path: '/api/v1/me' });

    const failing = failureFrom(client.session.me({}));
    await clock.untilPending(300);
    await clock.advance(300);
    await clock.untilPending(600);
    await clock.advance(600);
    await failing;

    assert.deepEqual(lines, ['GET me offline 900 ms']);
  });

  it('takes nothing from a call by failing itself', async () => {
    const closed = new Error('The channel has been closed');
    const client = clientOf(server(), {
      log: () => {
        throw closed;
      },
    });

    const strays = await strayErrors(async () => {
      assert.equal((await client.session.me({})).username, 'ann');
    });

    assert.deepEqual(strays, [closed]);
  });

  it('has neither secrets nor words of a call, whatever comes of it', async () => {
    const client = clientOf(server(), { log });
    const { password } = person('ann');
    server().faults.add({ kind: 'status', status: 403, path: '/file-upload/*' });

    await client.session.login({ user: 'ann', password });
    await client.session.login({ resume: tokenOf('bob') });
    await failureFrom(client.session.login({ user: 'ann', password: 'my-other-password' }));
    await client.spotlight.search({ query: 'word-asked-for' });
    await client.chat.postMessage({ roomId: 'GENERAL', text: 'word-said' });
    await client.download('/avatar/ann?rc_token=leaked');
    await failureFrom(client.download('/file-upload/x/leaked.pdf'));

    const told = lines.filter((line) => /password|token|word|ann|leaked/.test(line));
    assert.equal(lines.length, 7);
    assert.deepEqual(told, []);
  });
});
