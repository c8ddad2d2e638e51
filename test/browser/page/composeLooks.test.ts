import assert from 'node:assert/strict';
import { seriousFindings } from '../../support/page/axe';
import { cutOff } from '../../support/page/cutOff';
import { composerScenes } from '../../support/page/scenes/composer';
import { usePages } from '../../support/page/usePages';

const themes = ['dark', 'light', 'hcBlack', 'hcLight'] as const;

describe('How a composer looks in each state', () => {
  const openPage = usePages();

  for (const theme of themes)
    for (const width of [400, 640, 1000])
      it(`cuts nothing off and hides nothing from anybody, ${theme}, ${width} pixels wide`, async () => {
        const wrong: string[] = [];
        const opened = await openPage({ name: 'compose', theme, width, height: 760, reducedMotion: true });
        for (const { name, says, act } of composerScenes) {
          await opened.reload();
          await opened.say(...says);
          await act?.(opened);
          await opened.screenshot(`compose-${name}-${width}-${theme}`);
          const findings = [...(await cutOff(opened)), ...(await seriousFindings(opened))];
          wrong.push(...findings.map((what) => `${name}: ${what}`));
        }

        assert.deepEqual(wrong, []);
      });
});
