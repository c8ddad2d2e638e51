import type { Message, MessageId } from '../model/message';
import type { RoomId } from '../model/room';
import type { RoomListKind } from '../model/roomLists';
import type { SectionKind } from '../model/sections';

/** A row of a tree. The key is unique in its tree, and steady as long as the row keeps its place. */
export type TreeNode =
  | SectionNode
  | SavedNode
  | RoomNode
  | ListNode
  | MessageNode
  | MoreNode
  | NoteNode
  | LookNode
  | ThreadNode
  | SearchNode;

interface Row<Type extends string, Parent> {
  readonly type: Type;
  readonly key: string;
  readonly parent: Parent;
}

export interface SectionNode extends Row<'section', undefined> {
  readonly section: SectionKind;
}

/** My stars over all rooms, below the sections. */
export type SavedNode = Row<'saved', undefined>;

/** The last row there: begins or ends looking through the rooms that are left. */
export type LookNode = Row<'look', SavedNode>;

export interface RoomNode extends Row<'room', SectionNode> {
  readonly room: RoomId;
}

/** One of the things that a room opens into. */
export interface ListNode extends Row<'list', RoomNode> {
  readonly room: RoomId;
  readonly kind: RoomListKind;
}

export interface MessageNode extends Row<'message', Holder | SavedNode> {
  readonly room: RoomId;
  readonly message: MessageId;
}

/** One of my threads, in the Threads tree: by its first message. */
export interface ThreadNode extends Row<'thread', undefined> {
  readonly room: RoomId;
  readonly message: MessageId;
}

/** Says at the end of the Threads tree that there may be more, or why they do not come. */
export type SearchNode = Row<'search', undefined>;

/** What holds messages page by page: a list of a room, or a thread. */
export type Holder = ListNode | MessageNode | ThreadNode;

/** "Load more" of a list or thread. */
export type MoreNode = Row<'more', Holder>;

/** Says in place that a list is empty, has nothing of what is looked for, or could not be loaded. */
export interface NoteNode extends Row<'note', Holder> {
  readonly note: 'empty' | 'unmatched' | 'failed';
}

/** Makes each row once: VS Code knows rows by identity. */
export class RoomNodes {
  private readonly nodes = new Map<string, TreeNode>();
  private readonly messages = new Map<MessageId, (MessageNode | ThreadNode)[]>();

  section(section: SectionKind): SectionNode {
    return this.once({ type: 'section', key: part('section', section), parent: undefined, section });
  }

  room(parent: SectionNode, room: RoomId): RoomNode {
    return this.once({ type: 'room', key: under(parent, 'room', room), parent, room });
  }

  list(parent: RoomNode, kind: RoomListKind): ListNode {
    return this.once({ type: 'list', key: under(parent, 'list', kind), parent, room: parent.room, kind });
  }

  message(parent: Holder, message: MessageId): MessageNode {
    const key = under(parent, 'message', message);
    return this.once({ type: 'message', key, parent, room: parent.room, message });
  }

  saved(): SavedNode {
    return this.once({ type: 'saved', key: part('saved', ''), parent: undefined });
  }

  star(parent: SavedNode, { id, room }: Pick<Message, 'id' | 'room'>): MessageNode {
    return this.once({ type: 'message', key: under(parent, 'message', id), parent, room, message: id });
  }

  look(parent: SavedNode): LookNode {
    return this.once({ type: 'look', key: under(parent, 'look', ''), parent });
  }

  more(parent: Holder): MoreNode {
    return this.once({ type: 'more', key: under(parent, 'more', ''), parent });
  }

  note(parent: Holder, note: NoteNode['note']): NoteNode {
    return this.once({ type: 'note', key: under(parent, 'note', note), parent, note });
  }

  thread(room: RoomId, message: MessageId): ThreadNode {
    return this.once({ type: 'thread', key: part('thread', message), parent: undefined, room, message });
  }

  search(): SearchNode {
    return this.once({ type: 'search', key: part('search', ''), parent: undefined });
  }

  /** Rows of these messages, wherever they show. */
  ofMessages(ids: ReadonlySet<MessageId>): (MessageNode | ThreadNode)[] {
    return [...ids].flatMap((id) => this.messages.get(id) ?? []);
  }

  private once<Node extends TreeNode>(made: Node): Node {
    const known = this.nodes.get(made.key);
    // Each part of a key begins with its type, so the row under it is of the same kind.
    if (known) return known as Node;
    this.nodes.set(made.key, made);
    if (isMessageRow(made))
      this.messages.set(made.message, [...(this.messages.get(made.message) ?? []), made]);
    return made;
  }
}

/** Menus and row commands pass the row itself; the palette passes nothing. */
export function nodeOf(row: unknown): TreeNode | undefined {
  const isNode = typeof row === 'object' && row !== null && 'type' in row && 'key' in row && 'parent' in row;
  // Only rows of our own trees reach commands of our own menus.
  return isNode ? (row as TreeNode) : undefined;
}

/** Whether a row stands for a message: one of a list, a reply, or the first one of a thread. */
export function isMessageRow(row: TreeNode): row is MessageNode | ThreadNode {
  return row.type === 'message' || row.type === 'thread';
}

/** Whether a row holds messages page by page. */
export function isHolder(row: TreeNode): row is Holder {
  return row.type === 'list' || isMessageRow(row);
}

function under(parent: TreeNode, type: TreeNode['type'], id: string): string {
  return `${parent.key}/${part(type, id)}`;
}

/** Servers choose ids: none may look like the path of another row. */
function part(type: TreeNode['type'], id: string): string {
  return `${type}:${id.replace(/[%/]/g, encodeURIComponent)}`;
}
