import assert from 'node:assert/strict';
import { gitLink } from '../../../src/model/gitLink';

const commit = '0123456789abcdef0123456789abcdef01234567';
const linkOf = (remoteUrl: string, path = 'src/a.ts', first = 12, last = 20) =>
  gitLink({ remoteUrl, commit, path }, { first, last });

const github = `https://github.com/acme/app/blob/${commit}/src/a.ts#L12-L20`;
const gitlab = `https://gitlab.com/acme/tools/app/-/blob/${commit}/src/a.ts#L12-20`;
const azureRange = `version=GC${commit}&line=12&lineEnd=21&lineStartColumn=1&lineEndColumn=1&lineStyle=plain&_a=contents`;
const azure = `https://dev.azure.com/acme/Web%20Shop/_git/app?path=/src/a.ts&${azureRange}`;

const table: Record<string, string | undefined> = {
  'git@github.com:acme/app.git': github,
  'git@github.com:acme/app': github,
  'github.com:acme/app.git': github,
  'git@GitHub.com:acme/app.git': github,
  'git@github.com:/acme/app.git': github,
  'org-4711@github.com:acme/app.git': github,
  'ssh://git@github.com/acme/app.git': github,
  'ssh://git@github.com:22/acme/app.git': github,
  'git+ssh://git@github.com/acme/app.git': github,
  'ssh://git@ssh.github.com:443/acme/app.git': github,
  'git://github.com/acme/app.git': github,
  'https://github.com/acme/app.git': github,
  'https://github.com/acme/app': github,
  'https://github.com/acme/app/': github,
  'HTTPS://GitHub.com/acme/app.git': github,
  'https://ann@github.com/acme/app.git': github,
  'https://ann:ghp_secret@github.com/acme/app.git': github,
  'https://x-access-token:secret@github.com/acme/app.git': github,
  'git@github.example.com:acme/app.git': github.replace('github.com', 'github.example.com'),
  'https://github.example.com:8443/acme/app.git': github.replace('github.com', 'github.example.com:8443'),
  'https://github/acme/app.git': github.replace('github.com', 'github'),
  'http://github.example.com/acme/app.git': github.replace('https://github.com', 'http://github.example.com'),
  'git@acme.ghe.com:acme/app.git': github.replace('github.com', 'acme.ghe.com'),
  'https://github.com/acme/app.js.git': github.replace('acme/app', 'acme/app.js'),

  'git@gitlab.com:acme/tools/app.git': gitlab,
  'https://gitlab.com/acme/tools/app.git': gitlab,
  'https://oauth2:glpat-secret@gitlab.com/acme/tools/app.git': gitlab,
  'ssh://git@altssh.gitlab.com:443/acme/tools/app.git': gitlab,
  'ssh://git@gitlab.example.com:2222/acme/tools/app.git': gitlab.replace('gitlab.com', 'gitlab.example.com'),
  'https://example.com/gitlab/acme/app.git': undefined,
  'https://my-gitlab.example.com/acme/tools/app.git': gitlab.replace('gitlab.com', 'my-gitlab.example.com'),

  'git@bitbucket.org:acme/app.git': `https://bitbucket.org/acme/app/src/${commit}/src/a.ts#lines-12:20`,
  'https://ann@bitbucket.org/acme/app.git': `https://bitbucket.org/acme/app/src/${commit}/src/a.ts#lines-12:20`,
  'ssh://git@bitbucket.example.com:7999/WEB/app.git': `https://bitbucket.example.com/projects/WEB/repos/app/browse/src/a.ts?at=${commit}#12-20`,
  'https://ann@bitbucket.example.com/scm/WEB/app.git': `https://bitbucket.example.com/projects/WEB/repos/app/browse/src/a.ts?at=${commit}#12-20`,
  'https://stash.example.com/code/scm/~ann/app.git': `https://stash.example.com/code/users/ann/repos/app/browse/src/a.ts?at=${commit}#12-20`,

  'git@codeberg.org:acme/app.git': `https://codeberg.org/acme/app/src/commit/${commit}/src/a.ts#L12-L20`,
  'https://gitea.example.com:3000/acme/app.git': `https://gitea.example.com:3000/acme/app/src/commit/${commit}/src/a.ts#L12-L20`,
  'ssh://git@forgejo.example.com:2222/acme/app': `https://forgejo.example.com/acme/app/src/commit/${commit}/src/a.ts#L12-L20`,

  'git@ssh.dev.azure.com:v3/acme/Web%20Shop/app': azure,
  'git@ssh.dev.azure.com:v3/acme/Web Shop/app': azure,
  'ssh://git@ssh.dev.azure.com/v3/acme/Web%20Shop/app': azure,
  'https://acme@dev.azure.com/acme/Web%20Shop/_git/app': azure,
  'https://acme.visualstudio.com/Web%20Shop/_git/app': azure.replace(
    'dev.azure.com/acme',
    'acme.visualstudio.com',
  ),
  'https://acme.visualstudio.com/_git/app': azure.replace(
    'dev.azure.com/acme/Web%20Shop',
    'acme.visualstudio.com',
  ),
  'acme@vs-ssh.visualstudio.com:v3/acme/Web Shop/app': azure.replace(
    'dev.azure.com/acme',
    'acme.visualstudio.com',
  ),
  'https://tfs.example.com/tfs/Main/Shop/_git/app': azure.replace(
    'dev.azure.com/acme/Web%20Shop',
    'tfs.example.com/tfs/Main/Shop',
  ),

  'git@git.example.com:acme/app.git': undefined,
  'https://git.example.com/acme/app.git': undefined,
  'git@github-work:acme/app.git': undefined,
  'https://notgithub.example.com/acme/app.git': undefined,
  'https://gist.github.com/0123456789.git': undefined,
  'git@ssh.dev.azure.com:v3/acme': undefined,
  '/srv/git/app.git': undefined,
  '../app': undefined,
  'C:\\code\\app': undefined,
  'C:/code/app': undefined,
  'file:///srv/github.com/acme/app.git': undefined,
  'https://': undefined,
  '': undefined,
};

describe('gitLink', () => {
  for (const [remote, link] of Object.entries(table)) {
    it(`${link ? 'links' : 'makes no link for'} ${remote || 'nothing'}`, () => {
      assert.equal(linkOf(remote), link);
    });
  }

  it('names a single line once', () => {
    assert.match(linkOf('git@github.com:acme/app', 'a.ts', 7, 7) ?? '', /\/a\.ts#L7$/);
    assert.match(linkOf('git@gitlab.com:acme/app', 'a.ts', 7, 7) ?? '', /\/a\.ts#L7$/);
    assert.match(linkOf('git@bitbucket.org:acme/app', 'a.ts', 7, 7) ?? '', /#lines-7$/);
    assert.match(linkOf('git@codeberg.org:acme/app', 'a.ts', 7, 7) ?? '', /#L7$/);
    assert.match(linkOf('https://dev.azure.com/o/p/_git/r', 'a.ts', 7, 7) ?? '', /line=7&lineEnd=8&/);
  });

  it('encodes what would break an address or a message', () => {
    const link = linkOf('git@github.com:acme/app', 'app/(shop)/[id]/ä b#1?.ts');

    assert.equal(
      link,
      `https://github.com/acme/app/blob/${commit}/app/%28shop%29/%5Bid%5D/%C3%A4%20b%231%3F.ts#L12-L20`,
    );
  });

  it('asks for the source of a rendered page, which has no lines', () => {
    assert.match(linkOf('git@github.com:acme/app', 'README.md') ?? '', /README\.md\?plain=1#L12-L20$/);
    assert.match(linkOf('git@gitlab.com:acme/app', 'README.md') ?? '', /README\.md\?plain=1#L12-20$/);
    assert.match(
      linkOf('git@codeberg.org:acme/app', 'README.md') ?? '',
      /README\.md\?display=source#L12-L20$/,
    );
  });

  it('never carries credentials on', () => {
    for (const remote of Object.keys(table)) assert.doesNotMatch(linkOf(remote) ?? '', /secret|ann@/);
  });
});
