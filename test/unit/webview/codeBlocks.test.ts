import assert from 'node:assert/strict';
import { gitLink } from '../../../src/model/gitLink';
import { languageOf } from '../../../src/webview/codeBlocksLanguage';
import { forgeFile, isRemoteOf } from '../../../src/webview/codeBlocksLink';

const commit = '0123456789abcdef0123456789abcdef01234567';
const remotes = [
  'git@github.com:acme/console.git',
  'https://gitlab.example.org/acme/tools/console.git',
  'https://bitbucket.org/acme/console.git',
  'https://bitbucket.example.org/scm/ACME/console.git',
  'https://bitbucket.example.org/scm/~ann/console.git',
  'https://codeberg.org/acme/console.git',
  'https://dev.azure.com/acme/Web%20Shop/_git/console',
];

describe('forgeFile', () => {
  for (const remoteUrl of remotes)
    it(`finds back what our own header links to at ${remoteUrl}`, () => {
      const path = 'src/a (b)/é.ts';
      const link = gitLink({ remoteUrl, commit, path }, { first: 12, last: 20 }) ?? '';

      const file = forgeFile(link);

      assert.deepEqual([file?.path, file?.first, file?.last], [path, 12, 20]);
      assert.equal(file && isRemoteOf(file, remoteUrl), true);
    });

  it('knows one line, and none', () => {
    const page = 'https://github.com/acme/console/blob/main/a.ts';

    const [one, none] = [forgeFile(`${page}#L7`), forgeFile(page)];

    assert.deepEqual([one?.first, one?.last, none?.path, none?.first], [7, 7, 'a.ts', undefined]);
  });

  for (const address of [
    'https://github.com/acme/console',
    'https://github.com/acme/console/issues/1',
    'https://github.com/acme/console/blob/main/..%2f..%2fetc/passwd',
    'file:///acme/console/blob/main/a.ts',
    'no address',
  ])
    it(`takes ${address} for no file`, () => assert.equal(forgeFile(address), undefined));

  it('takes another repository, or another host, for another', () => {
    const file = forgeFile('https://github.com/acme/console/blob/main/a.ts');
    assert.ok(file);

    const same = ['https://github.com/Acme/Console.git', 'ssh://git@github.com/acme/console'];
    const others = ['git@github.com:acme/other.git', 'git@gitlab.com:acme/console.git', '/srv/console.git'];

    assert.deepEqual(
      [...same, ...others].map((url) => isRemoteOf(file, url)),
      [true, true, false, false, false],
    );
  });
});

describe('languageOf', () => {
  const known = ['typescript', 'shellscript', 'python', 'plaintext'];
  const cases: readonly [string | undefined, string | undefined][] = [
    ['ts', 'typescript'],
    ['Bash', 'shellscript'],
    ['python', 'python'],
    ['constructor', undefined],
    ['klingon', undefined],
    [undefined, undefined],
  ];
  for (const [fence, language] of cases)
    it(`knows ${String(fence)} as ${String(language)}`, () =>
      assert.equal(languageOf(fence, known), language));
});
