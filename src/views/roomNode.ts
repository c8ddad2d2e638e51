import type { MessageId } from '../model/message';
import type { RoomId } from '../model/room';
import type { RoomListKind } from '../model/roomLists';
import type { SectionKind } from '../model/sections';

/** A row of the Rooms tree. The key is unique in the tree, and steady as long as the row keeps its place. */
export type TreeNode = SectionNode | RoomNode | ListNode | MessageNode | MoreNode | NoteNode;

interface Row<Type extends string, Parent> {
  readonly type: Type;
  readonly key: string;
  readonly parent: Parent;
}

export interface SectionNode extends Row<'section', undefined> {
  readonly section: SectionKind;
}

export interface RoomNode extends Row<'room', SectionNode> {
  readonly room: RoomId;
}

/** One of the things that a room opens into. */
export interface ListNode extends Row<'list', RoomNode> {
  readonly room: RoomId;
  readonly kind: RoomListKind;
}

export interface MessageNode extends Row<'message', ListNode | MessageNode> {
  readonly room: RoomId;
  readonly message: MessageId;
}

/** What holds messages page by page: a list of a room, or a thread. */
export type Holder = ListNode | MessageNode;

/** "Load more" of a list or thread. */
export type MoreNode = Row<'more', Holder>;

/** Says in place that a list is empty or could not be loaded. */
export interface NoteNode extends Row<'note', Holder> {
  readonly note: 'empty' | 'failed';
}

/** Makes each row once: VS Code knows rows by identity. */
export class RoomNodes {
  private readonly nodes = new Map<string, TreeNode>();

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

  more(parent: Holder): MoreNode {
    return this.once({ type: 'more', key: under(parent, 'more', ''), parent });
  }

  note(parent: Holder, note: NoteNode['note']): NoteNode {
    return this.once({ type: 'note', key: under(parent, 'note', note), parent, note });
  }

  /** Rows of these messages, wherever they show. */
  ofMessages(ids: ReadonlySet<MessageId>): MessageNode[] {
    const rows = [...this.nodes.values()];
    return rows.filter((node): node is MessageNode => node.type === 'message' && ids.has(node.message));
  }

  private once<Node extends TreeNode>(made: Node): Node {
    const known = this.nodes.get(made.key);
    // Each part of a key begins with its type, so the row under it is of the same kind.
    if (known) return known as Node;
    this.nodes.set(made.key, made);
    return made;
  }
}

function under(parent: TreeNode, type: TreeNode['type'], id: string): string {
  return `${parent.key}/${part(type, id)}`;
}

/** Servers choose ids: none may look like the path of another row. */
function part(type: TreeNode['type'], id: string): string {
  return `${type}:${id.replace(/[%/]/g, encodeURIComponent)}`;
}
