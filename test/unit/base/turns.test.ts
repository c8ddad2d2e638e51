import assert from 'node:assert/strict';
import { Turns } from '../../../src/base/turns';

/** Work that ends when told to. */
function held() {
  const ends: (() => void)[] = [];
  const work = () => new Promise<void>((resolve) => ends.push(resolve));
  return { work, started: () => ends.length, end: () => ends.at(-1)?.() };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('Turns', () => {
  it('begins at once what nobody is at', async () => {
    const turns = new Turns();
    const { work, started, end } = held();

    const taken = turns.take('a', work);
    const atOnce = started();
    end();
    await taken;

    assert.equal(atOnce, 1);
  });

  it('lets all who ask meanwhile share the one that follows', async () => {
    const turns = new Turns();
    const { work, started, end } = held();

    const first = turns.take('a', work);
    const others = [turns.take('a', work), turns.take('a', work)];
    end();
    await first;
    await settled();
    end();
    await Promise.all(others);

    assert.equal(started(), 2);
  });

  it('never runs two pieces of one key at a time', async () => {
    const turns = new Turns();
    const { work, started, end } = held();

    const first = turns.take('a', work);
    void turns.take('a', work);
    end();
    await first;
    void turns.take('a', work);
    await settled();

    assert.equal(started(), 2);
  });

  it('goes on after a piece that failed, whose error goes to who asked for it', async () => {
    const turns = new Turns();
    let ran = 0;

    const failing = turns.take('a', () => Promise.reject(new Error('no')));
    const following = turns.take('a', () => Promise.resolve(void (ran += 1)));

    await assert.rejects(failing, /no/);
    await following;
    assert.equal(ran, 1);
  });

  it('keeps nobody waiting for another key', () => {
    const turns = new Turns();
    const { work, started } = held();

    void turns.take('a', work);
    void turns.take('b', work);

    assert.equal(started(), 2);
  });
});
