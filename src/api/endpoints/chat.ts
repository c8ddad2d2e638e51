import { changing } from './chat/changing';
import { lists } from './chat/lists';
import { marking } from './chat/marking';
import { posting } from './chat/posting';
import { reading } from './chat/reading';
import { syncing } from './chat/syncing';
import { threads } from './chat/threads';

/** Messages: said, changed, marked, found and kept up with. */
export const chat = {
  ...posting,
  ...changing,
  ...marking,
  ...reading,
  ...lists,
  ...threads,
  ...syncing,
} as const;
