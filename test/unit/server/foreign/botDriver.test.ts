import assert from 'node:assert/strict';
import { ask, itemIn } from '../../../support/ask';
import { botDriver, nextMessage } from '../../../support/foreign/botDriver';
import { eachWithServer } from '../../../support/standIn';
import { noon, town } from '../town';

/** A bot that listens, by the socket of its kit. */
describe('the kit for bots, live', () => {
  let driver: ReturnType<typeof botDriver>;
  // While the server is there still: the kit would try for ever to reach one that has gone.
  afterEach(() => driver.disconnect());
  const server = eachWithServer({ data: town(), now: noon });
  beforeEach(async () => {
    driver = botDriver(server());
    await driver.connect();
    await driver.login({ username: 'bob', password: 'bob-password' }, {});
  });

  it('hears what is said in a room', async () => {
    await driver.subscribeRoom('dev');
    const next = nextMessage(driver);

    const message = { _id: 'new', rid: 'dev', msg: 'released' };
    await ask(server(), 'POST chat.sendMessage', { as: 'ann', body: { message } });

    const { msg, ts } = itemIn({ told: await next }, 'told');
    assert.deepEqual([msg, ts], ['released', new Date(noon)]);
  });

  it('says something', async () => {
    const answer: unknown = await driver.methodCall('sendMessage', { _id: 'new', rid: 'dev', msg: 'done' });

    assert.equal(itemIn({ answer }, 'answer')['msg'], 'done');
    assert.equal(server().world.messages.byId('new')?.u.username, 'bob');
  });

  it('is refused with the words of the server', async () => {
    const refused: unknown = await driver.methodCall('readThread').then(
      () => undefined,
      (reason: unknown) => reason,
    );

    const { error, reason } = itemIn({ refused }, 'refused');
    assert.deepEqual([error, reason], [404, "Method 'readThread' not found"]);
  });
});
