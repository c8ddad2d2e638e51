import assert from 'node:assert/strict';
import { Emitter } from '../../../src/base/event';
import { strayErrors } from '../../support/strayErrors';

describe('Emitter', () => {
  let emitter: Emitter<number>;
  let heard: string[];
  beforeEach(() => {
    emitter = new Emitter();
    heard = [];
  });
  const listen = (name: string) => emitter.event((value) => heard.push(`${name} ${value}`));

  it('tells all who listen, in their order', () => {
    listen('first');
    listen('second');

    emitter.fire(1);

    assert.deepEqual(heard, ['first 1', 'second 1']);
  });

  it('takes a listener that came twice for two', () => {
    const listener = (value: number) => heard.push(`same ${value}`);
    emitter.event(listener);
    emitter.event(listener).dispose();

    emitter.fire(1);

    assert.deepEqual(heard, ['same 1']);
  });

  it('does not tell one who left meanwhile', () => {
    emitter.event(() => second.dispose());
    const second = listen('second');

    emitter.fire(1);

    assert.deepEqual(heard, []);
  });

  it('tells one who came meanwhile the next time', () => {
    const first = emitter.event(() => {
      first.dispose();
      listen('late');
    });

    emitter.fire(1);
    emitter.fire(2);

    assert.deepEqual(heard, ['late 2']);
  });

  it('goes on when a listener throws, and lets the error be seen', async () => {
    const broken = new Error('broken listener');
    emitter.event(() => {
      throw broken;
    });
    listen('second');

    const strays = await strayErrors(() => emitter.fire(1));

    assert.deepEqual(heard, ['second 1']);
    assert.deepEqual(strays, [broken]);
  });

  it('tells nobody after its end', () => {
    listen('first');

    emitter.dispose();
    emitter.fire(1);

    assert.deepEqual(heard, []);
  });
});
