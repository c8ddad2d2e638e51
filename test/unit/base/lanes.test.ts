import assert from 'node:assert/strict';
import { Lanes } from '../../../src/base/lanes';

describe('Lanes', () => {
  it('let what came last go first of those that wait', async () => {
    const lanes = new Lanes(1);
    const began: string[] = [];
    const note = (name: string) => lanes.take(() => Promise.resolve(began.push(name)));

    await Promise.all(['a', 'b', 'c'].map(note));

    assert.deepEqual(began, ['a', 'c', 'b']);
  });

  it('never run more at a time, also when some come as others leave', async () => {
    const lanes = new Lanes(1);
    let end: () => void = () => undefined;
    const first = new Promise<void>((resolve) => (end = resolve));
    let running = 0;
    const endless = () => {
      running += 1;
      return new Promise<never>(() => undefined);
    };
    void lanes.take(() => first);
    void lanes.take(endless);
    void first.then(() => lanes.take(endless));

    end();
    await new Promise(setImmediate);

    assert.equal(running, 1);
  });

  it('go on after work that fails', async () => {
    const lanes = new Lanes(1);
    await assert.rejects(lanes.take(() => Promise.reject(new Error('failed'))));

    assert.equal(await lanes.take(() => Promise.resolve('done')), 'done');
  });
});
