import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startServer } from '../../server/server';
import { makeRepository } from '../demo/repository';
import { launchBrowser } from '../host/browser';
import { installExtension } from '../host/extension';
import { startHost } from '../host/host';
import { setSecondarySideBarWidth, setSideBarWidth } from '../host/layout';
import { keepPicture } from '../host/picture';
import { runCommand } from '../host/quickInput';
import { steady } from '../host/settings';
import { openWorkbench } from '../host/workbench';
import { Composer } from '../journeys/composer';
import { Conversation } from '../journeys/conversation';
import { Editor } from '../journeys/editor';
import { openSignedIn } from '../journeys/signIn';

/** A Monday afternoon, so far past that all shows dates: VS Code's own clock cannot be set. */
const now = '2026-03-02T14:00:00.000Z';
const named = { UI_Use_Real_Name: true };
/** Nothing that hides code, tells the time or comes a moment later. */
const calm = {
  ...steady,
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.lightbulb.enabled': 'off',
  'editor.minimap.enabled': false,
  'git.blame.statusBarItem.enabled': false,
};

/** Things to end, newest first. */
const running: (() => unknown)[] = [];

// Renews the pictures of the README from the demo team's day.
void main()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(async () => {
    for (const end of running.splice(0).reverse()) await end();
  });

async function main(): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'pictures-'));
  running.push(() => rm(home, { recursive: true, force: true }));
  const folder = join(home, 'console');
  await makeRepository(folder);
  const server = await startServer({ data: 'demo', seed: 'pictures', now, limiter: false, settings: named });
  running.push(() => server.close());
  const host = await startHost({ extensionsDir: await installExtension(home), settings: calm });
  running.push(() => host.stop());
  const browser = await launchBrowser();
  running.push(() => browser.close());

  const look = { folder, theme: 'dark', viewport: { width: 1440, height: 860 } } as const;
  const workbench = { open: () => openWorkbench(browser, host, look) };
  const { page, rooms } = await openSignedIn(workbench, server);
  const editor = new Editor(page);
  await editor.open('eventStream.ts');
  await editor.knowsBranch('main');
  await rooms.row('console').click();
  await new Conversation(page).appear('console');
  await setSideBarWidth(page, 280);
  await setSecondarySideBarWidth(page, 460);
  await editor.select(17, 26);
  await page.getByText(/^Signed in as/).waitFor({ state: 'hidden' });
  await keepPicture(page, pathOf('rooms'));
  await pictureComposer(page);
}

/** A form half filled, its preview beside it, and the side bars away. */
async function pictureComposer(page: Page): Promise<void> {
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await runCommand(page, 'View: Toggle Secondary Side Bar Visibility');
  await page.setViewportSize({ width: 1100, height: 640 });
  const composer = await Composer.open(page);
  await composer.paste(JSON.stringify(report));
  await composer.holds(report.text);
  await composer.isKept();
  await composer.preview.getByText('340 ms').first().waitFor();
  await keepPicture(page, pathOf('composer'));
}

const report = {
  channel: ['#planner', '#console'],
  text: 'The nightly load test is back: one regression, *details below*.',
  attachments: [
    {
      title: 'Load test, 2 March',
      title_link: 'https://ci.heron.example/builds/4711',
      text: 'p95 rose from *210 ms* to *340 ms* since Friday.',
      color: 'danger',
      fields: [
        { title: 'p95', value: '340 ms', short: true },
        { title: 'Errors', value: '0.4 %', short: true },
      ],
    },
  ],
};

function pathOf(name: string): string {
  return join('media', 'screenshots', `${name}.webp`);
}
