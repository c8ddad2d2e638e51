import type { Host } from '../host/host';
import { dress } from '../host/layout';
import { runCommand } from '../host/quickInput';
import type { Workbench } from '../host/workbench';
import type { Scenes } from './conversationLooks';

const activityBarWidth = 48;

/** The narrowest that a form has to fit into, half an editor, and a window to itself. */
const widths = [400, 700, 1200] as const;

/** Pictures of a composer in a tab that has the window to itself, in the looks and widths that people have. */
export async function pictureComposer(host: Host, window: Workbench, scenes: Scenes): Promise<void> {
  const { page } = window;
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  // Another look takes VS Code longest.
  for (const theme of ['light', 'hcLight', 'hcBlack', 'dark'] as const) {
    await dress(host, page, theme);
    for (const width of widths) {
      await page.setViewportSize({ width: width + activityBarWidth, height: 900 });
      for (const [name, show] of Object.entries(scenes)) {
        await show();
        await window.screenshot(`${name}-${width}-${theme}`);
      }
    }
  }
}
