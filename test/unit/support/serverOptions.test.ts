import assert from 'node:assert/strict';
import { readOptions } from '../../support/programs/serverOptions';

describe('readOptions', () => {
  it('means the demo on port 3000 if nothing is said', () => {
    const { port, data, version } = readOptions([]);

    assert.deepEqual([port, data, version], [3000, 'demo', undefined]);
  });

  it('reads what is said', () => {
    const text = '--port 0 --data large --version 7.4.0 --seed a --now 2026-03-02 --root /chat';

    assert.deepEqual(readOptions(text.split(' ')), {
      port: 0,
      data: 'large',
      version: '7.4.0',
      seed: 'a',
      now: '2026-03-02',
      rootPath: '/chat',
    });
  });

  for (const [args, complaint] of [
    [['--data', 'huge'], /no data set huge/],
    [['--version', 'latest'], /latest is no version/],
    [['--port', 'x'], /x is no port/],
    [['--now', 'soon'], /soon is no time/],
    [['--what'], /Unknown option/],
  ] as const) {
    it(`refuses ${args.join(' ')}`, () => {
      assert.throws(() => readOptions([...args]), complaint);
    });
  }
});
