import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeRepository } from '../support/demo/repository';
import { run } from '../support/host/command';
import { openContainer } from '../support/host/layout';
import { QuickInput, runCommand } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { Editor } from '../support/journeys/editor';
import { temporaryFolder } from '../support/journeys/folders';
import { lastMessage, shareByMenu, shareWith } from '../support/journeys/sharing';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

const program = [
  'function lateStops() {',
  '  debugger;',
  '}',
  'function plan() {',
  '  lateStops();',
  '}',
  'plan();',
];

describe('Sharing a call stack', () => {
  const server = eachWithTeam();
  const folder = temporaryFolder();
  const workbench = useWorkbench();

  it('where the debugger has stopped: its calls, each with a link to its line', async () => {
    const commit = await pushProgram();
    const { window, page } = await openSignedIn(workbench, server(), { folder: folder() });
    const editor = new Editor(page);
    await editor.open('plan.js');
    await editor.knowsBranch('main');
    await runCommand(page, 'Debug: Start Debugging');
    await new QuickInput(page).choose(/^Node\.js/);
    await page.locator('.debug-top-stack-frame-line').first().waitFor({ timeout: 60_000 });
    // VS Code opens it by itself at a breakpoint alone, and this stop is none to it.
    const debugged = await openContainer(page, 'Run and Debug');
    await window.screenshot('share-stack-1-paused');

    const frame = debugged.locator('.debug-call-stack .stack-frame').filter({ hasText: 'lateStops' });
    await shareByMenu(frame.first(), /^Share Call Stack/);
    await shareWith(page, 'planner');

    const { msg } = lastMessage(server(), 'planner');
    const link = (line: number) =>
      `[plan.js:${line}](https://github.com/heron-example/console/blob/${commit}/plan.js#L${line})`;
    const calls = msg.split('\n').slice(1, 3);
    assert.deepEqual(
      calls.map((call) => call.replace(/^global\./, '')),
      [`lateStops ${link(2)}`, `plan ${link(5)}`],
    );
  });

  /** Answers the commit that holds it. */
  async function pushProgram(): Promise<string> {
    const cwd = folder();
    await makeRepository(cwd);
    await writeFile(join(cwd, 'plan.js'), program.join('\n'));
    await run('git', ['add', 'plan.js'], { cwd });
    const author = ['-c', 'user.name=Alice Moreau', '-c', 'user.email=alice@heron.example'];
    await run('git', [...author, 'commit', '--quiet', '--message', 'Stop where a tour is late'], { cwd });
    await run('git', ['update-ref', 'refs/remotes/origin/main', 'HEAD'], { cwd });
    return (await run('git', ['rev-parse', 'HEAD'], { cwd })).trim();
  }
});
