import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { eachWithServer } from '../support/standIn';
import { workspace } from '../support/workspace';

describe('The README', () => {
  const server = eachWithServer({ data: workspace() });

  it('posts a message with an attachment by the lines that it shows', async () => {
    const said = await runModule(linesOf('Using the client alone'), [server().url, 'ann', 'ann-password']);

    const id = /^Posted (\S+)$/m.exec(said)?.[1] ?? assert.fail(said);
    const { attachments, msg, rid } = server().world.messages.byId(id) ?? assert.fail(`no message ${id}`);
    assert.deepEqual([rid, msg], ['GENERAL', 'The night build is *green*.']);
    assert.equal(attachments?.[0]?.['title'], 'Build 42');
  });
});

/** The first block of code under a heading. */
function linesOf(heading: string): string {
  const [, section = ''] = readFileSync('README.md', 'utf8').split(`\n## ${heading}\n`);
  return /```js\n([^]*?)```/.exec(section)?.[1] ?? assert.fail(`no code under ${heading}`);
}

/** A module that is typed in, as if it lay in this folder; all that it prints. */
async function runModule(code: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module', '-', ...args]);
  child.stdin.end(code);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return out + err;
}
