import { existsSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../host/command';

interface Commit {
  readonly by: string;
  readonly at: string;
  readonly subject: string;
  readonly paths: readonly string[];
}

const files = join('test', 'support', 'demo', 'console');
const remote = 'https://github.com/heron-example/console.git';

const history: readonly Commit[] = [
  {
    by: 'Mei Tanaka',
    at: '2026-02-23T09:12:00Z',
    subject: 'Say an arrival as a range',
    paths: ['README.md', 'src/etaLabel.ts'],
  },
  {
    by: 'Alice Moreau',
    at: '2026-02-25T14:40:00Z',
    subject: 'Compare time windows half-open',
    paths: ['src/timeWindow.ts'],
  },
  {
    by: 'Jonas Weber',
    at: '2026-02-26T10:05:00Z',
    subject: 'Replay a recorded tour',
    paths: ['tools/replay_tour.py'],
  },
  {
    by: 'Alice Moreau',
    at: '2026-03-02T08:31:00Z',
    subject: 'Follow events without a gap',
    paths: ['src/eventStream.ts'],
  },
];

/**
 * Makes the demo team's repository in `folder` as if it had just been cloned: a history, a remote at GitHub and all of
 * it pushed. Its commits are the same everywhere. Leaves a repository that is there as it is.
 */
export async function makeRepository(folder: string): Promise<void> {
  if (existsSync(join(folder, '.git'))) return;
  await mkdir(folder, { recursive: true });
  await cp(files, folder, { recursive: true });
  await git(folder, ['init', '--quiet', '--initial-branch=main']);
  for (const commit of history) await add(folder, commit);
  await git(folder, ['remote', 'add', 'origin', remote]);
  await git(folder, ['update-ref', 'refs/remotes/origin/main', 'HEAD']);
  await git(folder, ['branch', '--quiet', '--set-upstream-to=origin/main']);
}

async function add(folder: string, { by, at, subject, paths }: Commit): Promise<void> {
  const email = `${by.split(' ')[0]?.toLowerCase()}@heron.example`;
  await git(folder, ['add', ...paths]);
  await git(folder, ['commit', '--quiet', '--message', subject], {
    GIT_AUTHOR_NAME: by,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_NAME: by,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: at,
  });
}

/** Without the person's own settings: no signing, no hooks, no other line ends. */
async function git(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  const alone = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', ...env };
  await run('git', args, { cwd: folder, env: alone });
}
