import assert from 'node:assert/strict';
import { dress, openContainer, setSideBarWidth } from '../support/host/layout';
import { runCommand } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';

describe('A window with the extension', () => {
  const workbench = useWorkbench();

  it('runs commands from the palette', async () => {
    const { page } = await workbench.open();

    await runCommand(page, 'View: Show Search');

    await page.getByRole('tab', { name: 'Search', selected: true }).waitFor();
  });

  it('has a side bar as narrow as a person drags it', async () => {
    const { page } = await workbench.open();
    const sideBar = await openContainer(page, 'Rocket.Chat');

    await setSideBarWidth(page, 280);

    assert.equal((await sideBar.boundingBox())?.width, 280);
  });

  it('wears every theme', async () => {
    const window = await workbench.open();
    const sideBar = await openContainer(window.page, 'Rocket.Chat');

    for (const theme of ['light', 'hcBlack', 'hcLight', 'dark'] as const) {
      await dress(workbench.host, window.page, theme);
      await sideBar.getByRole('button', { name: 'Sign In' }).waitFor();
      await window.screenshot(`welcome-${theme}`);
    }
  });
});
