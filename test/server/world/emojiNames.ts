import joypixels from 'emoji-toolkit';
import type { World } from './world';

const names = new Set(
  Object.entries(joypixels.emojiList).flatMap(([name, { shortnames }]) => [name, ...shortnames]),
);

/** Whether the workspace knows an emoji by this name, `smile`: the common ones and its own. */
export function isEmoji(world: World, name: string): boolean {
  return names.has(`:${name}:`) || world.customEmoji.has(name);
}
