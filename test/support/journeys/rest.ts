import { ALICE_ACCESS_TOKEN } from '../../server/data/demo/people';
import { roomId, userId } from '../../server/data/demo/ids';
import { ask, type Item, itemIn, listIn } from '../ask';

const alice = { 'X-User-Id': userId('alice'), 'X-Auth-Token': ALICE_ACCESS_TOKEN };

interface Server {
  readonly url: string;
}

/** What anybody's client is told of the messages of a channel, the newest first. */
export async function messagesIn(server: Server, room: string): Promise<Item[]> {
  const query = { roomId: roomId(room), count: '20' };
  const { body } = await ask(server, 'GET channels.history', { query, headers: alice });
  return listIn(body, 'messages');
}

/** Posts as scripts do. */
export async function postMessage(server: Server, payload: object): Promise<Item> {
  const { body } = await ask(server, 'POST chat.postMessage', { body: payload, headers: alice });
  return itemIn(body, 'message');
}
