import assert from 'node:assert/strict';
import type { Room } from '../../src/model/room';
import type { Session } from '../../src/model/session';
import type { ListNode, RoomNode, TreeNode } from '../../src/views/roomNode';
import { SessionRows } from '../../src/views/sessionRows';
import { room } from './makers/room';

/** The rows of a session as VS Code would ask for them, and what they asked it to draw again. */
export function rowsOf(session: Session) {
  const clock = { now: Date.parse('2026-03-01T09:00:00.000Z') };
  const redrawn: string[] = [];
  const redraw = (stale: TreeNode[] | undefined) =>
    void redrawn.push(...(stale ? stale.map(({ key }) => key) : ['the root']));
  const rows = new SessionRows(session, redraw, () => clock.now);
  const roomRow = async (name: string): Promise<RoomNode> => {
    for (const section of await rows.childrenOf(undefined))
      for (const row of section.type === 'section' ? await rows.childrenOf(section) : [])
        if (row.type === 'room' && row.room === name) return row;
    return assert.fail(`There is no row of ${name}`);
  };
  const listRow = async (name: string, kind: ListNode['kind']): Promise<ListNode> => {
    const lists = await rows.childrenOf(await roomRow(name));
    const found = lists.find((row) => row.type === 'list' && row.kind === kind);
    return found?.type === 'list' ? found : assert.fail(`There is no list of ${kind}`);
  };
  return { rows, clock, redrawn, roomRow, listRow };
}

/** Changes one room, as a live event does. */
export function changeRoom({ rooms }: Session, name: string, over: Partial<Room>): void {
  const { id } = room(name);
  rooms.merge([{ ...(rooms.get(id) ?? room(name)), ...over }]);
}
