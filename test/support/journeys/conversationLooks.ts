import type { Host } from '../host/host';
import { dress, setSecondarySideBarWidth } from '../host/layout';
import { runCommand } from '../host/quickInput';
import type { Workbench } from '../host/workbench';

/** Room for a conversation 900 pixels wide beside the editor and the side bar. */
export const wideWindow = { viewport: { width: 1600, height: 900 } } as const;

/** The narrowest that people have, and as wide as it gets beside an editor. */
const widths = [260, 900] as const;

/** What is to be seen, by the name of its pictures, and how it comes into view: each width moves it. */
export type Scenes = Readonly<Record<string, () => Promise<void>>>;

/** Pictures of a conversation in the secondary side bar, in the looks and widths that people have. */
export async function pictureConversation(host: Host, window: Workbench, scenes: Scenes): Promise<void> {
  // Another look takes VS Code longest.
  for (const theme of ['light', 'hcLight', 'hcBlack', 'dark'] as const) {
    await dress(host, window.page, theme);
    for (const width of widths) {
      await setSecondarySideBarWidth(window.page, width);
      for (const [name, show] of Object.entries(scenes)) {
        await show();
        await window.screenshot(`${name}-${width}-${theme}`);
      }
    }
  }
}

const activityBarWidth = 48;

/** Pictures of a conversation in a tab that has the window to itself: as wide as a side bar gets, and wider. */
export async function pictureTab(window: Workbench, name: string, show: () => Promise<void>): Promise<void> {
  const { page } = window;
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await runCommand(page, 'View: Toggle Secondary Side Bar Visibility');
  await page.locator('.part.auxiliarybar').waitFor({ state: 'hidden' });
  for (const width of [900, 1200]) {
    await page.setViewportSize({ width: width + activityBarWidth, height: 900 });
    await show();
    await window.screenshot(`${name}-${width}`);
  }
}
