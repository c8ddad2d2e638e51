import assert from 'node:assert/strict';
import { reasonIn, run } from '../../support/host/command';

describe('reasonIn', () => {
  const cases: [what: string, stderr: string, expected: string | undefined][] = [
    [
      'what npm could not reach',
      'npm error code ENOTFOUND\nnpm error network request to x failed, reason: getaddrinfo ENOTFOUND x\nnpm error network\n',
      'request to x failed, reason: getaddrinfo ENOTFOUND x',
    ],
    [
      'the code of npm where it gives no more',
      'npm warn old\nnpm error code E404\nnpm error A log\n',
      'code E404',
    ],
    [
      'the last line of others',
      'Reading lists\nE: Unable to locate package x\n',
      'E: Unable to locate package x',
    ],
    ['nothing where nothing is said', '\n', undefined],
  ];

  for (const [what, stderr, expected] of cases) {
    it(`finds ${what}`, () => {
      assert.equal(reasonIn(stderr), expected);
    });
  }
});

describe('run', () => {
  it('answers what a program prints', async () => {
    assert.equal(await run(process.execPath, ['-p', '1 + 1']), '2\n');
  });

  it('fails with the reason that the program gives', async () => {
    const running = run(process.execPath, ['-e', 'console.error("no luck today"); process.exit(3)']);

    await assert.rejects(running, /^Error: no luck today$/);
  });
});
