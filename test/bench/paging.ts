import assert from 'node:assert/strict';
import type { Client } from '../../src/api/client';
import { items } from '../../src/api/pages';
import type { Seed } from '../server/data/seed';
import { clientOf, credentialsOf } from '../support/clientOf';
import { workspace } from '../support/workspace';
import { Bare } from './bare';
import { comparePair, type Measurement } from './measure';
import { withServer } from './server';

const total = 10_000;

/** A long list through the iterator against bare `fetch` in a loop. */
export function measurePaging(): Promise<Measurement[]> {
  return withServer({ data: longTalk() }, async (server) => {
    const client = clientOf(server);
    const bare = new Bare(server.url, credentialsOf('ann'));
    return [
      await comparePair({
        name: 'page.all',
        budget: 1.15,
        rounds: 31,
        warmUps: 2,
        run: () => throughIterator(client),
        against: () => inLoop(bare),
      }),
    ];
  });
}

async function throughIterator(client: Client): Promise<void> {
  const ids: string[] = [];
  const messages = items(client.channels.messages, { roomId: 'GENERAL', count: 100 }, 'messages');
  for await (const { _id } of messages) ids.push(_id);
  assert.equal(ids.length, total);
}

async function inLoop(bare: Bare): Promise<void> {
  const ids: string[] = [];
  for (let end = 1; ids.length < end;) {
    const page = await bare.get(`channels.messages?roomId=GENERAL&count=100&offset=${ids.length}`);
    // The answer of our own stand-in to a call that its tests cover.
    const { messages, total } = page as { messages: { _id: string }[]; total: number };
    for (const { _id } of messages) ids.push(_id);
    end = total;
  }
  assert.equal(ids.length, total);
}

function longTalk(): Seed {
  const messages = Array.from({ length: total }, (_, index) => ({
    id: `message-${index}`,
    room: 'GENERAL',
    from: 'bob',
    at: total - index,
    text: `Deployed build *${index}*, see #general`,
  }));
  const { rooms, ...others } = workspace();
  return { ...others, rooms: rooms.map((room) => ({ ...room, created: total })), messages };
}
