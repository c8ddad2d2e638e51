import type { Message } from './message';

/** What a message becomes that was deleted and left a mark. */
export const deletedMark: Partial<Message> = {
  kind: 'deleted',
  type: 'rm',
  text: '',
  tree: undefined,
  attachments: [],
  files: [],
  previews: undefined,
  mentions: undefined,
  reactions: {},
  hasBlocks: undefined,
};
