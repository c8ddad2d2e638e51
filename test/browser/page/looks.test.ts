import assert from 'node:assert/strict';
import { cutOff } from '../../support/page/cutOff';
import { boxScenes } from '../../support/page/scenes/box';
import { faceScenes } from '../../support/page/scenes/faces';
import { roomScenes } from '../../support/page/scenes/rooms';
import { usePages } from '../../support/page/usePages';

const themes = ['dark', 'light', 'hcBlack', 'hcLight'] as const;

describe('How a conversation looks in each state', () => {
  const openPage = usePages();
  const scenes = [...faceScenes(), ...roomScenes(), ...boxScenes()];

  for (const theme of themes)
    for (const width of [260, 900])
      it(`cuts nothing off, ${theme}, ${width} pixels wide`, async () => {
        const opened = await openPage({ theme, width, height: 520, reducedMotion: true });

        const cut: string[] = [];
        for (const { name, says, act } of scenes) {
          await opened.say(...says);
          await act?.(opened);
          await opened.screenshot(`look-${name}-${width}-${theme}`);
          cut.push(...(await cutOff(opened)).map((what) => `${name}: ${what}`));
        }

        assert.deepEqual(cut, []);
      });
});
