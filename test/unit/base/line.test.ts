import assert from 'node:assert/strict';
import { Line } from '../../../src/base/line';

describe('Line', () => {
  it('begins nothing before what was asked for first has ended', async () => {
    const line = new Line();
    const events: string[] = [];
    const work = (name: string) => async () => {
      events.push(`${name} begins`);
      await Promise.resolve();
      events.push(`${name} ends`);
    };

    await Promise.all([line.take(work('one')), line.take(work('two'))]);

    assert.deepEqual(events, ['one begins', 'one ends', 'two begins', 'two ends']);
  });

  it('goes on after work that fails, of which only who asked for it hears', async () => {
    const line = new Line();

    const failed = line.take(() => Promise.reject(new Error('no')));
    const next = line.take(() => 'done');

    await assert.rejects(failed, /no/);
    assert.equal(await next, 'done');
  });
});
