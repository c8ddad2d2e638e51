import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/host/browser';
import { openContainer } from '../support/host/layout';
import { QuickInput } from '../support/host/quickInput';
import { Workbench } from '../support/host/workbench';
import { Conversation } from '../support/journeys/conversation';
import { RoomRows } from '../support/journeys/roomRows';
import { reloadWindow } from '../support/journeys/signIn';

describe('npm start', () => {
  let program: ChildProcess;
  let address: string;
  let browser: Browser;

  before(async () => {
    const env = { ...process.env, BROWSER: 'none' };
    program = spawn(process.execPath, ['dist/test/start.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    address = await printed(program, /open +(\S+)/);
    browser = await launchBrowser();
  });

  after(async () => {
    await browser.close();
    program.kill('SIGINT');
    await once(program, 'exit');
  });

  it('leads from the printed address to the rooms and what is said in one, also after a reload', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(address);
    const window = new Workbench(page);
    const rooms = new RoomRows(page);
    const conversation = new Conversation(page);

    await signIn(page);
    await rooms.appear();
    await reloadWindow(window);
    await rooms.appear();
    await rooms.row('announcements').click();
    await conversation.appear('announcements');
    await conversation.message('Re-plans are eight times faster').waitFor();

    await window.screenshot('start');
  });
});

/** With what is filled in, and what the program prints. */
async function signIn(page: Page): Promise<void> {
  const input = new QuickInput(page);
  const sideBar = await openContainer(page, 'Rocket.Chat');
  await sideBar.getByRole('button', { name: 'Sign In' }).click();
  await input.asks('Address of your Rocket.Chat server');
  await input.input.press('Enter');
  await input.choose('User Name and Password');
  await input.asks('User name or e-mail address');
  await input.answer('alice');
  await input.asks('Password of');
  await input.answer('demo');
}

/** What the program says at this place of its output. */
async function printed(program: ChildProcess, pattern: RegExp): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    program.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const [, found] = pattern.exec(output) ?? [];
      if (found !== undefined) resolve(found);
    });
    program.once('exit', (code) => reject(new Error(`It ended with ${code}:\n${output}`)));
  });
}
