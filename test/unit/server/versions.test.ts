import assert from 'node:assert/strict';
import type { Route } from '../../server/route';
import { startServer } from '../../server/server';
import { ask, jsonOf } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';

describe('a server of a version', () => {
  it('says so', async () => {
    const server = await startServer({ version: '7.4.0', data: 'empty' });

    const info = await jsonOf(await fetch(`${server.url}/api/info`));
    await server.close();

    assert.equal(info['version'], '7.4');
  });

  const row = (answer: string, span: Pick<Route, 'since' | 'until'>): Route => ({
    verb: 'GET',
    name: 'x.changed',
    auth: 'none',
    handle: () => ({ answer }),
    ...span,
  });
  const extraRoutes = [row('old', { until: '8.0' }), row('new', { since: '8.0' })];
  for (const [version, answer] of [
    ['7.13.9', 'old'],
    ['8.0.0', 'new'],
  ]) {
    describe(version ?? '', () => {
      const server = eachWithServer({ version, extraRoutes });

      it('has the method of its time where one changed', async () => {
        assert.equal((await ask(server(), 'GET x.changed')).body['answer'], answer);
      });
    });
  }
});
