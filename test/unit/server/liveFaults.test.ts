import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get } from 'node:http';
import type { Duplex } from 'node:stream';
import { ask, type Item } from '../../support/ask';
import { connected, signedIn, Socket } from '../../support/socket';
import { eachWithServer } from '../../support/standIn';
import { strayErrors } from '../../support/strayErrors';
import { noon, town } from './town';

const data = town();
const messages = 'stream-room-messages';

describe('a fault of sockets', () => {
  const server = eachWithServer({ data, now: noon });
  const say = (msg: string) =>
    ask(server(), 'POST chat.sendMessage', { as: 'bob', body: { message: { rid: 'dev', msg } } });
  const listening = async () => {
    const ann = await signedIn(server(), 'ann');
    await ann.listen(messages, 'dev');
    return ann;
  };
  const texts = async (socket: Socket) => {
    const told = (await socket.heard(messages, 'dev')) as [Item][];
    return told.map(([{ msg }]) => msg);
  };

  it('cuts one person’s', async () => {
    const [ann, bob] = [await signedIn(server(), 'ann'), await signedIn(server(), 'bob')];

    server().sockets.cut('ann');

    assert.equal(await ann.closed, 1006);
    await bob.settled();
    assert.deepEqual([server().sockets.count(), server().sockets.count('bob')], [1, 1]);
  });

  it('cuts all, and at once nobody is there', async () => {
    const ann = await signedIn(server(), 'ann');

    server().sockets.cut();

    assert.equal(server().sockets.count(), 0);
    assert.equal(server().world.users.byUsername('ann')?.status, 'offline');
    assert.equal(await ann.closed, 1006);
  });

  it('freezes them until they thaw: then all comes that was to come', async () => {
    const ann = await listening();
    server().sockets.freeze('ann');
    ann.send({ msg: 'ping', id: 'frozen' });
    await say('x');
    const frames = ann.frames.length;
    const bob = await signedIn(server(), 'bob');
    await bob.settled();
    const still = ann.frames.length - frames;

    server().sockets.thaw();

    assert.equal(still, 0);
    await ann.frame(({ id }) => id === 'frozen');
    assert.deepEqual(await texts(ann), ['x']);
  });

  it('keeps frozen ones open for ever', async () => {
    await signedIn(server(), 'ann');
    server().sockets.freeze();

    server().sockets.beat();
    server().sockets.beat();

    assert.equal(server().sockets.count('ann'), 1);
  });

  it('refuses those to come', async () => {
    server().sockets.refuse('refuse');

    assert.equal(await new Socket(server()).closed, 1006);
  });

  for (const status of [403, 502]) {
    it(`answers those to come with ${status}, as a proxy may`, async () => {
      server().sockets.refuse({ status });

      assert.equal(await new Socket(server()).closed, 1006);
    });
  }

  it('leaves those to come without an answer, and without a socket in the end', async () => {
    server().sockets.refuse('silent');
    const socket = new Socket(server());
    // The server takes connections one after the other: this one came later.
    await ask(server(), 'GET me', { as: 'ann' });

    server().sockets.accept();

    assert.equal(await socket.closed, 1006);
    assert.deepEqual(socket.frames, []);
  });

  it('opens sockets on which nobody speaks', async () => {
    server().sockets.refuse('mute');
    const mute = new Socket(server());
    await mute.opened;
    mute.send({ msg: 'connect', version: '1', support: ['1'] });
    server().sockets.accept();

    await connected(server());

    assert.deepEqual(mute.frames, []);
  });

  it('opens sockets on which nobody speaks, whatever comes in by them', async () => {
    server().sockets.refuse('mute');

    const strays = await strayErrors(async () => {
      const garbling = await upgraded(server().url);
      garbling.write(Buffer.from([0xff, 0xff]));
      await once(garbling.resume(), 'close');
    });

    assert.deepEqual(strays, []);
  });

  it('loses events and nothing else', async () => {
    const ann = await listening();
    server().sockets.disturb({ drop: 1 });

    await say('x');

    assert.deepEqual(await texts(ann), []);
  });

  it('repeats events', async () => {
    const ann = await listening();
    server().sockets.disturb({ repeat: 1 });

    await say('x');

    assert.deepEqual(await texts(ann), ['x', 'x']);
  });

  it('brings events in another order, but none later than an answer', async () => {
    const ann = await listening();
    server().sockets.disturb({ reorder: 0.5, seed: 7 });
    const said = ['1', '2', '3', '4', '5', '6', '7', '8'];
    for (const text of said) await say(text);

    const told = await texts(ann);

    assert.notDeepEqual(told, said);
    assert.deepEqual(told.sort(), said);
  });

  it('comes with what was held back when it ends', async () => {
    const ann = await listening();
    server().sockets.disturb({ reorder: 1 });
    await say('x');

    server().sockets.calm();

    assert.ok(await ann.frame(({ collection }) => collection === messages));
  });

  it('ends with a reset, as all sockets do', async () => {
    const ann = await listening();
    server().sockets.disturb({ drop: 1 });
    server().sockets.refuse('refuse');

    server().reset();

    assert.equal(await ann.closed, 1006);
    const again = await listening();
    await say('x');
    assert.deepEqual(await texts(again), ['x']);
  });

  it('is to be had by the control route', async () => {
    const control = (what: string, body: object) =>
      fetch(`${server().url}/__control/sockets/${what}`, { method: 'POST', body: JSON.stringify(body) });
    const ann = await signedIn(server(), 'ann');

    const cut = await control('cut', { user: 'ann' });
    const nonsense = await control('disturb', { drop: 2 });

    assert.equal(await ann.closed, 1006);
    assert.deepEqual([cut.status, nonsense.status], [200, 400]);
  });
});

/** A bare connection after the handshake, for what no client would send. */
function upgraded(url: string): Promise<Duplex> {
  const headers = {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
  };
  return new Promise((resolve) => {
    get(`${url}/websocket`, { headers }).on('upgrade', (_, socket) => resolve(socket));
  });
}
