import assert from 'node:assert/strict';
import { sendLegs, type Fate, type Missed } from '../../../src/model/legs';

const arrived: Fate = { state: 'arrived' };
const tooLarge: Fate = { state: 'missed', why: 'Too large.' };
const cancelled: Fate = { state: 'cancelled' };

describe('Several messages', () => {
  it('leave one after the other, and nobody is asked', async () => {
    const { tried, told, hasLeft } = await send({ a: [arrived], b: [arrived] });

    assert.deepEqual([tried, told, hasLeft], [['a', 'b'], [], true]);
  });

  it('leave although one before them was missed, and each that was is named', async () => {
    const { tried, told } = await send({ a: [tooLarge], b: [arrived], c: [tooLarge] });

    assert.deepEqual(tried, ['a', 'b', 'c']);
    assert.deepEqual(told, [
      [
        { name: 'a', why: 'Too large.' },
        { name: 'c', why: 'Too large.' },
      ],
    ]);
  });

  it('are tried again without those that have arrived', async () => {
    const { tried, told } = await send({ a: [tooLarge, arrived], b: [arrived] }, [true]);

    assert.deepEqual([tried, told.length], [['a', 'b', 'a'], 1]);
  });

  it('stop where one is cancelled, and those that stay are named', async () => {
    const { tried, told } = await send({ a: [arrived], b: [cancelled], c: [arrived] });

    assert.deepEqual([tried, told], [['a', 'b'], [[{ name: 'b' }, { name: 'c' }]]]);
  });

  it('are stopped in silence before any has left', async () => {
    const { tried, told, hasLeft } = await send({ a: [cancelled], b: [arrived] });

    assert.deepEqual([tried, told, hasLeft], [['a'], [], false]);
  });

  it('have not left where all were missed', async () => {
    const { hasLeft } = await send({ a: [tooLarge] });

    assert.equal(hasLeft, false);
  });

  it('may have left where nobody could say so', async () => {
    const { hasLeft } = await send({ a: [{ state: 'missed', why: 'Offline.', isInDoubt: true }] });

    assert.equal(hasLeft, true);
  });

  /** Each has a fate for every time that it is tried. */
  async function send(fates: Record<string, Fate[]>, answers: readonly boolean[] = []) {
    const tried: string[] = [];
    const told: (readonly Missed[])[] = [];
    const legs = Object.entries(fates).map(([name, [...rest]]) => ({
      name,
      send: () => {
        tried.push(name);
        return Promise.resolve(rest.shift() ?? assert.fail(`${name} was tried too often`));
      },
    }));
    const hasLeft = await sendLegs(legs, (missed) => {
      told.push(missed);
      return Promise.resolve(answers[told.length - 1] ?? false);
    });
    return { tried, told, hasLeft };
  }
});
