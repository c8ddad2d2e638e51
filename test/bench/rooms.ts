import assert from 'node:assert/strict';
import { connect } from '../../src/api/connect';
import { Session } from '../../src/model/session';
import { preferencesFromWire, type Preferences } from '../../src/model/user';
import type { TreeNode } from '../../src/views/roomNode';
import { SessionRows } from '../../src/views/sessionRows';
import { credentialsOf } from '../support/clientOf';
import { fakeClient } from '../support/fakeClient';
import { account } from '../support/makers/account';
import { room } from '../support/makers/room';
import { counted, type Measurement, timed, timedCpu } from './measure';
import { RoomsServer } from './roomsServer';

const many = 5000;

/** The Rooms tree with as many rooms as a large company has, as far as it is not VS Code's own work. */
export async function measureRooms(): Promise<Measurement[]> {
  const updates = [await update('activity'), await update('name')];
  // The one that takes longer counts.
  const [slower = assert.fail('nothing was measured')] = updates.toSorted((a, b) => b.value - a.value);
  return [slower, ...(await first())];
}

/** Something is said in one room: what is to be drawn again is known when the store has taken it in. */
async function update(sortBy: Preferences['sortBy']): Promise<Measurement> {
  const session = sessionOf({ ...preferencesFromWire(), sortBy });
  session.rooms.merge(Array.from({ length: many }, (_, at) => roomAt(at)));
  let redrawn = 0;
  const rows = new SessionRows(session, (stale) => (redrawn += stale?.length ?? many), Date.now);
  await drawAll(rows);
  let turn = 0;
  const say = async () => {
    const id = room(`r${(turn++ * 7919) % many}`).id;
    const known = session.rooms.get(id) ?? assert.fail('the room has gone');
    const changed = { lastActivity: many + turn, unread: known.unread + 1, hasUnread: true, updatedAt: turn };
    session.rooms.merge([{ ...known, ...changed }]);
    return Promise.resolve();
  };
  const measured = await timed({ name: 'rooms.update', budget: 5, rounds: 1000, run: say });
  assert.equal(redrawn, turn, 'each time one section, or one row');
  session.dispose();
  return measured;
}

/** From an empty session to all rows of all sections, each time with another session. */
async function first(): Promise<Measurement[]> {
  const server = await RoomsServer.start(many);
  let most = 0;
  const draw = async () => {
    let answered = 0;
    const client = connect(server.url, { credentials: credentialsOf('ann'), log: () => (answered += 1) });
    const session = new Session({ account: account({ server: server.url }), client });
    const rows = new SessionRows(session, () => undefined, Date.now);
    const drawn = await drawAll(rows);
    // What is asked for behind the rooms comes later.
    most = Math.max(most, answered);
    assert.ok(drawn >= many, `${drawn} rows`);
    rows.dispose();
    session.dispose();
  };
  try {
    const cpu = await timedCpu({ name: 'rooms.first', budget: 150, rounds: 15, warmUps: 5, run: draw });
    return [cpu, counted('rooms.first.requests', 'requests', most, 2)];
  } finally {
    await server.stop();
  }
}

/** What VS Code asks for: the sections, and what is in those that stand open. */
async function drawAll(rows: SessionRows): Promise<number> {
  const sections = await rows.childrenOf(undefined);
  const below = await Promise.all(sections.filter(isSection).map((section) => rows.childrenOf(section)));
  return below.flat().length;
}

function isSection({ type }: TreeNode): boolean {
  return type === 'section';
}

function sessionOf(preferences: Preferences): Session {
  return new Session({ account: account({ preferences }), client: fakeClient() });
}

/** Names in no order, as they come from a server. */
function roomAt(at: number) {
  return room(`r${at}`, { name: `room ${(at * 7919) % many}`, lastActivity: at });
}
