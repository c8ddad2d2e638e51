import assert from 'node:assert/strict';
import { openContainer, setSideBarWidth } from '../support/host/layout';
import { runCommand } from '../support/host/quickInput';
import type { Theme } from '../support/host/settings';
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

  for (const theme of ['light', 'hcBlack', 'hcLight', 'dark'] satisfies Theme[]) {
    it(`wears the theme ${theme}`, async () => {
      const window = await workbench.open({ theme });
      const { page } = window;

      const welcome = await openContainer(page, 'Rocket.Chat');

      await welcome.getByRole('button', { name: 'Sign In' }).waitFor();
      await window.screenshot(`welcome-${theme}`);
    });
  }
});
