import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { roomId } from '../server/data/demo/ids';
import { makeRepository } from '../support/demo/repository';
import { eventually } from '../support/eventually';
import { run } from '../support/host/command';
import { notification } from '../support/host/layout';
import { QuickInput } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { Editor } from '../support/journeys/editor';
import { temporaryFolder } from '../support/journeys/folders';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

const shareKey = 'Alt+Shift+S';

describe('Sharing a selection', () => {
  const server = eachWithTeam();
  const folder = temporaryFolder();
  const workbench = useWorkbench();

  it('takes two keys once a room was used, and links to the exact lines', async () => {
    await makeRepository(folder());
    const commit = (await run('git', ['rev-parse', 'HEAD'], { cwd: folder() })).trim();
    const file = `https://github.com/heron-example/console/blob/${commit}/src/timeWindow.ts`;
    const { window, page } = await openSignedIn(workbench, server(), { folder: folder() });
    const [editor, input] = [new Editor(page), new QuickInput(page)];
    await editor.open('timeWindow.ts');
    await editor.knowsBranch('main');

    await editor.select(2, 5);
    await page.keyboard.press(shareKey);
    await input.asks('Type to find a room');
    await window.screenshot('share-1-which-room');
    await input.input.fill('#plan');
    await input.row('planner').waitFor();
    await window.screenshot('share-2-found');
    await input.input.press('Enter');
    await notification(page, 'Shared with planner.').waitFor();
    await window.screenshot('share-3-shared');
    const first = lastMessage('planner');

    await editor.selectLinesWith('return arrival', 'const grace');
    await page.keyboard.press(shareKey);
    await input.row('planner').waitFor();
    await window.screenshot('share-4-last-room-first');
    await page.keyboard.press('Enter');
    const second = await eventually(
      'the second message',
      () => lastMessage('planner') !== first && lastMessage('planner'),
    );

    assert.equal(
      first,
      [
        `[src/timeWindow.ts:2-5](${file}#L2-L5)`,
        '```typescript',
        'export interface TimeWindow {',
        '  readonly from: number;',
        '  readonly to: number;',
        '}',
        '```',
      ].join('\n'),
    );
    assert.equal(
      second,
      [
        `[src/timeWindow.ts:11](${file}#L11)`,
        '```typescript',
        'return arrival >= window.from && arrival < window.to + grace;',
        '```',
        `[src/timeWindow.ts:8](${file}#L8)`,
        '```typescript',
        'const grace = 1;',
        '```',
      ].join('\n'),
    );
  });

  it('keeps a fence in the code and every byte, with a comment above it', async () => {
    const code = [
      '# Guide',
      '',
      '```sh',
      'npm ci && npm start',
      '```',
      '\tTab, “quotes”, ünïcode 🚲, trailing  ',
    ];
    await writeFile(join(folder(), 'GUIDE.md'), `${code.join('\n')}\n`);
    const { window, page } = await openSignedIn(workbench, server(), { folder: folder() });
    const [editor, input] = [new Editor(page), new QuickInput(page)];
    await editor.open('GUIDE.md');

    await editor.select(1, 6);
    await editor.chooseFromMenu('Share to Rocket.Chat', 'Share Selection with Comment');
    await input.asks('Type to find a room');
    await input.choose('Ben Okafor');
    await input.asks('Comment for Ben Okafor');
    await window.screenshot('share-comment');
    await input.answer('Is this still right, *Ben*?');
    await notification(page, 'Shared with Ben Okafor.').waitFor();

    assert.equal(
      lastMessage('alice+ben'),
      ['Is this still right, *Ben*?', '`GUIDE.md:1-6`', '````markdown', ...code, '````'].join('\n'),
    );
  });

  function lastMessage(room: string): string | undefined {
    return server().world.messages.inRoom(roomId(room)).at(-1)?.msg;
  }
});
