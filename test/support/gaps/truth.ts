import assert from 'node:assert/strict';
import { roomId } from '../../../src/model/room';
import { Session } from '../../../src/model/session';
import type { StandIn } from '../../server/server';
import { clientOf } from '../clientOf';
import { account } from '../makers/account';
import { townRooms } from './town';
import { listsIn } from './witness';

/** Fails unless the session knows what one would that begins now. */
export async function assertTruth(server: StandIn, witness: Session): Promise<void> {
  const fresh = new Session({ account: account({ server: server.url }), client: clientOf(server) });
  try {
    await fresh.sync.refresh('person');
    assert.deepEqual(roomsOf(witness), roomsOf(fresh));
    for (const room of townRooms) await compareRoom(room, witness, fresh);
  } finally {
    fresh.dispose();
  }
}

async function compareRoom(room: string, witness: Session, fresh: Session): Promise<void> {
  const known = [...listsIn(witness)].filter(
    ([name, list]) => name.endsWith(` of ${room}`) && list.hasLoaded,
  );
  if (!fresh.rooms.get(roomId(room)) || known.length === 0) return;
  const everything = { roomId: room, lastUpdate: new Date(0).toISOString() };
  fresh.receive((await fresh.client.chat.syncMessages(everything)).result.updated);
  const theirs = listsIn(fresh);
  for (const [name, list] of known) {
    await theirs.get(name)?.load();
    assert.deepEqual(sorted(list.ids), sorted(theirs.get(name)?.ids ?? []), name);
  }
  for (const message of witness.messages.ofRoom(roomId(room)))
    assert.deepEqual(message, fresh.messages.get(message.id), `message ${message.id}`);
}

function roomsOf(session: Session) {
  return session.rooms.all().sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** Of what has the same time, each may keep its own order. */
function sorted(ids: readonly string[]): string[] {
  return [...ids].sort();
}
