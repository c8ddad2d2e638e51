import type { Client } from '../../src/api/client';
import { clientOf, credentialsOf } from '../support/clientOf';
import { eachInTurn } from './inTurn';
import { comparePair, type Measurement } from './measure';
import { Bare } from './bare';
import { withServer } from './server';

const rounds = 1000;
const calls = 1000;
const atOnce = 20;

/** Calls of the client against bare `fetch` with the same requests, on loopback. */
export function measureCalls(): Promise<Measurement[]> {
  return withServer({}, async (server) => {
    const client = clientOf(server);
    const bare = new Bare(server.url, credentialsOf('ann'));
    return [await oneGet(client, bare), await onePost(client, bare), await manyAtOnce(client, bare)];
  });
}

function oneGet(client: Client, bare: Bare): Promise<Measurement> {
  return comparePair({
    name: 'call.get',
    budget: 1.1,
    rounds,
    run: () => client.rooms.info({ roomId: 'GENERAL' }),
    against: () => bare.get('rooms.info?roomId=GENERAL'),
  });
}

function onePost(client: Client, bare: Bare): Promise<Measurement> {
  return comparePair({
    name: 'call.post',
    budget: 1.1,
    rounds,
    run: () => client.subscriptions.read({ rid: 'GENERAL' }),
    against: () => bare.post('subscriptions.read', { rid: 'GENERAL' }),
  });
}

/** All of them together are one measurement. */
function manyAtOnce(client: Client, bare: Bare): Promise<Measurement> {
  return comparePair({
    name: 'call.concurrent',
    budget: 1.1,
    rounds: 41,
    warmUps: 3,
    run: () => eachInTurn(calls, atOnce, () => client.rooms.info({ roomId: 'GENERAL' })),
    against: () => eachInTurn(calls, atOnce, () => bare.get('rooms.info?roomId=GENERAL')),
  });
}
