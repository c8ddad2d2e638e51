import assert from 'node:assert/strict';
import { askSafely } from '../../src/commands/safeInput';
import type { Guard } from '../../src/model/guard/guard';
import { meanwhile } from '../support/meanwhile';
import { maskingGuard } from '../support/openGuard';

const accept = 'workbench.action.acceptSelectedQuickOpenItem';

describe('askSafely', () => {
  it('answers what was typed as the guard leaves it', async () => {
    const typed = await meanwhile(askSafely(maskingGuard, { value: ' it is hush ' }), accept);

    assert.equal(typed, 'it is masked');
  });

  it('brings who turns away from the guard back to what was typed', async () => {
    const asked: string[] = [];
    const once: Guard = {
      check: (passages) => {
        asked.push(...passages.map(({ text }) => text));
        return asked.length === 1 ? Promise.resolve(undefined) : maskingGuard.check(passages);
      },
    };

    const typed = await meanwhile(askSafely(once, { value: 'hush' }), accept);

    assert.deepEqual([asked, typed], [['hush', 'hush'], 'masked']);
  });

  it('asks the guard nothing where the person leaves the box', async () => {
    const closed: Guard = { check: () => assert.fail('asked') };

    const typed = await meanwhile(askSafely(closed, { value: 'x' }), 'workbench.action.closeQuickOpen');

    assert.equal(typed, undefined);
  });
});
