import assert from 'node:assert/strict';
import { messageId } from '../../../src/model/message';
import { Shared } from '../../../src/model/shared';
import { FakeMemento } from '../../support/fakes/memento';

describe('Shared', () => {
  it('remembers over restarts what was shared', async () => {
    const shelf = new FakeMemento();
    await new Shared(shelf).add(messageId('one'));

    const shared = new Shared(shelf);

    assert.deepEqual([shared.has(messageId('one')), shared.has(messageId('two'))], [true, false]);
  });

  it('forgets the oldest, so that it does not grow for ever', async () => {
    const shared = new Shared(new FakeMemento());
    for (let at = 0; at <= 200; at++) await shared.add(messageId(`m${at}`));

    assert.deepEqual(
      ['m0', 'm1', 'm200'].map((id) => shared.has(messageId(id))),
      [false, true, true],
    );
  });

  it('copes with what an earlier version may have kept', async () => {
    const shelf = new FakeMemento();
    await shelf.update('shared', { not: 'a list' });

    assert.equal(new Shared(shelf).has(messageId('one')), false);
  });
});
