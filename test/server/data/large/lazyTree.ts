import type { Message } from '../../world/documents';
import { markdownTree } from '../../world/text';
import type { World } from '../../world/world';

/** Words and plain signs: the parser finds nothing in them, and asking it costs a third of a millisecond. */
const plainText = /^[A-Za-z](?:[A-Za-z ,'!?:]|\.(?= |$))*$/;

/**
 * Gives messages their `md` when somebody first reads it: for all of a large data set at once it would take a
 * minute. From then on, and once it is set, it is an ordinary key.
 */
export function lazyTrees(world: World): (message: Message) => void {
  const tree: PropertyDescriptor & ThisType<Message> = {
    configurable: true,
    enumerable: true,
    get() {
      const md = treeOf(world, this.msg);
      settle(this, md);
      return md;
    },
    set(md: unknown) {
      settle(this, md);
    },
  };
  return (message) => void Object.defineProperty(message, 'md', tree);
}

function settle(message: Message, value: unknown): void {
  Object.defineProperty(message, 'md', { value, configurable: true, enumerable: true, writable: true });
}

export function treeOf(world: World, text: string): unknown[] {
  if (!plainText.test(text)) return markdownTree(world, text);
  return [{ type: 'PARAGRAPH', value: [{ type: 'PLAIN_TEXT', value: text }] }];
}
