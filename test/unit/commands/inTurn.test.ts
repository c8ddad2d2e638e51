import assert from 'node:assert/strict';
import { inTurn } from '../../../src/commands/inTurn';
import { failure } from '../../support/fakeClient';

describe('inTurn', () => {
  /** Fails at `b`. */
  async function walk(error: Error, ...things: readonly string[]) {
    const done: string[] = [];
    const failed = await inTurn(things, (thing) => {
      if (thing === 'b') return Promise.reject(error);
      done.push(thing);
      return Promise.resolve();
    }).catch((reason: unknown) => reason);
    return { done, failed };
  }

  it('goes on after a refusal, and tells it at the end', async () => {
    const refused = failure('forbidden');

    assert.deepEqual(await walk(refused, 'a', 'b', 'c'), { done: ['a', 'c'], failed: refused });
  });

  it('ends when the server cannot be reached', async () => {
    const offline = failure('offline');

    assert.deepEqual(await walk(offline, 'a', 'b', 'c'), { done: ['a'], failed: offline });
  });

  it('says nothing when all went well', async () => {
    assert.deepEqual(await walk(failure('forbidden'), 'a', 'c'), { done: ['a', 'c'], failed: undefined });
  });
});
