import assert from 'node:assert/strict';
import { systemClock } from '../../../src/base/clock';

describe('systemClock', () => {
  it('does not run at once what is due in a year', async () => {
    const warnings: string[] = [];
    const note = ({ name }: Error) => void warnings.push(name);
    process.on('warning', note);

    const timer = systemClock.after(31_536_000_000, () => undefined);
    await new Promise((resolve) => setImmediate(resolve));
    timer.dispose();
    process.off('warning', note);

    assert.deepEqual(warnings, []);
  });

  it('runs nothing that was disposed', async () => {
    let hasRun = false;

    systemClock.after(0, () => (hasRun = true)).dispose();
    await new Promise<void>((resolve) => void systemClock.after(1, resolve));

    assert.equal(hasRun, false);
  });
});
