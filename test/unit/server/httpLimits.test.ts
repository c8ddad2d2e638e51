import assert from 'node:assert/strict';
import { request } from 'node:http';
import { ask } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';

const start = Date.parse('2026-03-02T09:00:00.000Z');

describe('the rate limiter', () => {
  let time = start;
  const server = eachWithServer({ limiter: true, wallClock: () => time });
  beforeEach(() => {
    time = start;
  });

  async function callsOf(count: number, method = 'GET settings.oauth', as?: string) {
    const answers = [];
    for (let call = 0; call < count; call++) answers.push(await ask(server(), method, { as }));
    return answers;
  }

  it('lets ten calls pass in a minute and refuses the next', async () => {
    const answers = await callsOf(11);

    assert.deepEqual(
      answers.map(({ status }) => status),
      [...Array<number>(10).fill(200), 429],
    );
  });

  it('says in every answer what is left and when the window ends', async () => {
    const [first] = await callsOf(1);
    time += 20_000;
    const [second] = await callsOf(1);

    const shown = [first, second].map((answer) =>
      ['limit', 'remaining', 'reset'].map((name) => Number(answer?.headers.get(`x-ratelimit-${name}`))),
    );
    assert.deepEqual(shown, [
      [10, 9, start + 60_000],
      [10, 8, start + 60_000],
    ]);
  });

  it('says how long to wait', async () => {
    await callsOf(10);
    time += 15_500;
    const [refused] = await callsOf(1);

    const wait = 'You must wait 45 seconds before trying this endpoint again.';
    const error = `Error, too many requests. Please slow down. ${wait} [error-too-many-requests]`;
    assert.deepEqual(refused?.body, { success: false, error });
    assert.equal(refused.headers.get('x-ratelimit-remaining'), '0');
    assert.equal(refused.headers.get('retry-after'), null);
  });

  it('opens a new window when the old one has ended', async () => {
    await callsOf(11);
    time += 60_000;
    const [next] = await callsOf(1);

    assert.equal(next?.status, 200);
    assert.equal(next.headers.get('x-ratelimit-reset'), String(start + 120_000));
  });

  it('counts each method apart', async () => {
    await callsOf(10);
    const [other] = await callsOf(1, 'GET settings.public');

    assert.equal(other?.headers.get('x-ratelimit-remaining'), '9');
  });

  it('counts each verb apart', async () => {
    const [get] = await callsOf(1, 'GET logout', 'ann');
    const [post] = await callsOf(1, 'POST logout', 'bob');

    const left = [get, post].map((answer) => answer?.headers.get('x-ratelimit-remaining'));
    assert.deepEqual(left, ['9', '9']);
  });

  it('does not tell users of one address apart', async () => {
    await callsOf(10, 'GET me', 'ann');
    const [bob] = await callsOf(1, 'GET me', 'bob');

    assert.equal(bob?.status, 429);
  });

  it('tells addresses apart', async () => {
    await callsOf(10);

    assert.equal(await statusFrom('127.0.0.2', `${server().url}/api/v1/settings.oauth`), 200);
  });

  it('leaves the roles alone that may go on', async () => {
    const answers = await callsOf(12, 'GET me', 'root');

    assert.ok(answers.every(({ status, headers }) => status === 200 && !headers.has('x-ratelimit-limit')));
  });

  it('takes the limit from the settings', async () => {
    server().settings.set('API_Enable_Rate_Limiter_Limit_Calls_Default', 3);

    const answers = await callsOf(4);

    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200, 429],
    );
  });

  it('starts anew with the server', async () => {
    await callsOf(10);
    server().reset();

    const [next] = await callsOf(1);

    assert.equal(next?.status, 200);
  });

  it('is silent when it is switched off', async () => {
    server().settings.set('API_Enable_Rate_Limiter', false);

    const answers = await callsOf(12);

    assert.ok(answers.every(({ status, headers }) => status === 200 && !headers.has('x-ratelimit-limit')));
  });

  it('does not count the server information', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => fetch(`${server().url}/api/info`)));

    assert.ok(answers.every(({ status }) => status === 200));
  });
});

describe('the rate limiter for developers', () => {
  const settings = { API_Enable_Rate_Limiter_Dev: false };
  const usual = eachWithServer({ limiter: true, settings });
  const development = eachWithServer({ limiter: true, settings, env: { NODE_ENV: 'development' } });

  it('has a switch of its own', async () => {
    const answers = [
      await ask(usual(), 'GET settings.oauth'),
      await ask(development(), 'GET settings.oauth'),
    ];

    const limited = answers.map(({ headers }) => headers.has('x-ratelimit-limit'));
    assert.deepEqual(limited, [true, false]);
  });
});

/** `fetch` cannot choose the address that it comes from. */
function statusFrom(localAddress: string, url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request(url, { localAddress }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    call.on('error', reject);
    call.end();
  });
}
