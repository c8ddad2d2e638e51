import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeRepository } from '../../../support/demo/repository';
import { run } from '../../../support/host/command';

describe('makeRepository', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'repository-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  const git = async (name: string, ...args: string[]) =>
    (await run('git', args, { cwd: join(folder, name) })).trim();

  it('makes the same history wherever it is called', async () => {
    await makeRepository(join(folder, 'here'));
    await makeRepository(join(folder, 'there'));

    assert.equal(await git('here', 'rev-parse', 'HEAD'), await git('there', 'rev-parse', 'HEAD'));
  });

  it('looks as if it had just been cloned', async () => {
    await makeRepository(join(folder, 'here'));

    assert.equal(await git('here', 'status', '--porcelain', '--branch'), '## main...origin/main');
  });

  it('leaves a repository that is there as it is', async () => {
    await makeRepository(join(folder, 'here'));
    await rm(join(folder, 'here', 'README.md'));

    await makeRepository(join(folder, 'here'));

    assert.equal(await git('here', 'status', '--porcelain'), 'D README.md');
  });
});
