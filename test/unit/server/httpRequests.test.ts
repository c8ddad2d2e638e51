import assert from 'node:assert/strict';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { JsonObject, Route } from '../../server/route';
import { ask, jsonOf } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';

const closed = {
  type: 'object',
  properties: {
    count: { type: 'number' },
    flag: { type: 'string', enum: ['true', 'false'] },
    since: { type: 'string', format: 'iso-date-time' },
    text: { type: 'string', minLength: 1 },
    urls: { type: 'array', items: { type: 'string' } },
  },
  additionalProperties: false,
};
const needing = { ...closed, required: ['text'] };
const echo: Omit<Route, 'verb' | 'name'> = {
  auth: 'none',
  handle: ({ query, body }) => ({ query, body }),
};
const extraRoutes: Route[] = [
  { ...echo, verb: 'POST', name: 'echo' },
  { ...echo, verb: 'GET', name: 'echo' },
  { ...echo, verb: 'POST', name: 'new', body: needing },
  { ...echo, verb: 'GET', name: 'new', query: needing },
  { ...echo, verb: 'POST', name: 'old', body: needing, registration: 'old' },
  { ...echo, verb: 'GET', name: 'old', query: needing, registration: 'old' },
  { ...echo, verb: 'GET', name: 'page', handle: ({ page }) => ({ ...page, count: String(page.count) }) },
];
const json = { 'Content-Type': 'application/json' };

describe('a body', () => {
  const server = eachWithServer({ extraRoutes });
  const cases: [string, { body?: string; headers?: Record<string, string> }, JsonObject][] = [
    ['JSON', { body: '{"a":{"b":1}}', headers: json }, { a: { b: 1 } }],
    [
      'a form',
      { body: 'a=1&b=x+y', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
      { a: '1', b: 'x y' },
    ],
    ['nothing', {}, {}],
    ['broken JSON, which counts as empty', { body: '{"a":', headers: json }, {}],
    ['JSON that is no object, which counts as empty', { body: '3', headers: json }, {}],
    [
      'a form with files, which belongs to its route',
      { body: '--x--', headers: { 'Content-Type': 'multipart/form-data; boundary=x' } },
      {},
    ],
  ];
  for (const [name, question, expected] of cases) {
    it(`is read: ${name}`, async () => {
      const { body } = await ask(server(), 'POST echo', question);

      assert.deepEqual(body['body'], expected);
    });
  }

  it('stays text for the validator where it is neither JSON nor a form', async () => {
    const question = { body: 'hello', headers: { 'Content-Type': 'text/plain' } };

    const { body } = await ask(server(), 'POST new', question);

    assert.deepEqual(body, { success: false, errorType: 'invalid-params', error: 'must be object' });
  });
});

describe('a query', () => {
  const server = eachWithServer({ extraRoutes });
  const cases: [string, JsonObject][] = [
    ['a=1&b=x%20y', { a: '1', b: 'x y' }],
    ['ids=1&ids=2', { ids: ['1', '2'] }],
    ['ids[]=1', { ids: ['1'] }],
    ['u[name]=ann&u[age]=3', { u: { name: 'ann', age: '3' } }],
  ];
  for (const [search, expected] of cases) {
    it(`is read: ${search}`, async () => {
      const response = await fetch(`${server().url}/api/v1/echo?${search}`);
      const { query } = await jsonOf(response);

      assert.deepEqual(query, expected);
    });
  }

  it('is refused with an endless list', async () => {
    const search = Array.from({ length: 501 }, (_, index) => `ids=${index}`).join('&');
    const response = await fetch(`${server().url}/api/v1/echo?${search}`);

    assert.equal(response.status, 400);
    assert.deepEqual(await response.json(), { success: false, error: 'Invalid query parameters' });
  });
});

describe('a closed schema', () => {
  const server = eachWithServer({ extraRoutes });

  it('coerces what comes as another type', async () => {
    const { body } = await ask(server(), 'POST new', { body: { text: 5, count: '10' } });

    assert.deepEqual(body['body'], { text: '5', count: 10 });
  });

  it('takes a single value of a query for a list', async () => {
    const { body } = await ask(server(), 'GET new', { query: { text: 'a', urls: 'one' } });

    assert.deepEqual(body['query'], { text: 'a', urls: ['one'] });
  });

  const complaints: [string, object, string][] = [
    ['a missing key', {}, "must have required property 'text'"],
    ['an unknown key', { text: 'a', _: 1 }, 'must NOT have additional properties'],
    ['an empty text', { text: '' }, 'must NOT have fewer than 1 characters'],
    ['a wrong word', { text: 'a', flag: 'maybe' }, 'must be equal to one of the allowed values'],
    ['a bad date', { text: 'a', since: 'soon' }, 'must match format "iso-date-time"'],
  ];
  for (const [name, sent, error] of complaints) {
    it(`names ${name} in a body`, async () => {
      const { status, body } = await ask(server(), 'POST new', { body: sent });

      assert.equal(status, 400);
      assert.deepEqual(body, { success: false, errorType: 'invalid-params', error });
    });
  }

  it('has another error type for a query', async () => {
    const { body } = await ask(server(), 'GET new');

    const error = "must have required property 'text'";
    assert.deepEqual(body, { success: false, errorType: 'error-invalid-params', error });
  });

  for (const verb of ['GET', 'POST']) {
    it(`says the code behind the text in the old registration: ${verb}`, async () => {
      const { body } = await ask(server(), `${verb} old`);

      const error = "must have required property 'text' [invalid-params]";
      assert.deepEqual(body, { success: false, errorType: 'invalid-params', error });
    });
  }

  it('ignores the body of a GET', async () => {
    const url = `${server().url}/api/v1/echo?text=a`;

    const answer = await getWithBody(url, '{"text":"b"}');

    assert.deepEqual(JSON.parse(answer), { query: { text: 'a' }, body: {}, success: true });
  });
});

describe('a page', () => {
  const server = eachWithServer({ extraRoutes });
  const cases: [Record<string, string>, JsonObject][] = [
    [{}, { offset: 0, count: '50' }],
    [
      { offset: '7', count: '20' },
      { offset: 7, count: '20' },
    ],
    [{ count: '1000' }, { offset: 0, count: '100' }],
    [{ count: '0' }, { offset: 0, count: 'Infinity' }],
    [{ sort: '{"ts":-1}' }, { offset: 0, count: '50', sort: { ts: -1 } }],
  ];
  for (const [query, expected] of cases) {
    it(`is read: ${JSON.stringify(query)}`, async () => {
      const { body } = await ask(server(), 'GET page', { query });

      assert.deepEqual(body, { ...expected, success: true });
    });
  }

  it('is the usual one instead of all where that is forbidden', async () => {
    server().settings.set('API_Allow_Infinite_Count', false);

    const { body } = await ask(server(), 'GET page', { query: { count: '0' } });

    assert.equal(body['count'], '50');
  });

  for (const sort of ['ts', '{"ts":2}', '3']) {
    it(`refuses to sort by ${sort}`, async () => {
      const { status, body } = await ask(server(), 'GET page', { query: { sort } });

      assert.equal(status, 400);
      assert.deepEqual(body, {
        success: false,
        error: `Invalid sort parameter provided: "${sort}" [error-invalid-sort]`,
        errorType: 'error-invalid-sort',
        details: { helperMethod: 'parseJsonQuery' },
      });
    });
  }
});

/** `fetch` refuses to send a body with a GET. */
function getWithBody(url: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { ...json, 'Content-Length': String(body.length) };
    const call = request(url, { headers }, (response) => resolve(text(response)));
    call.on('error', reject);
    call.end(body);
  });
}
