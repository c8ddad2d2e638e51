import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { type FrontDoor, openFrontDoor } from '../../support/host/frontDoor';

const key = Buffer.alloc(32, 7);

describe('The front door', () => {
  let inner: Server;
  let sockets: WebSocketServer;
  let door: FrontDoor;

  beforeEach(async () => {
    inner = createServer((asked, reply) => {
      reply.writeHead(asked.url === '/missing' ? 404 : 200, { 'set-cookie': 'inner=1' });
      reply.end(`${asked.method} ${asked.url} ${asked.headers.host}`);
    });
    sockets = new WebSocketServer({ server: inner });
    sockets.on('connection', (socket) => socket.on('message', (data) => socket.send(data)));
    inner.listen(0, '127.0.0.1');
    await once(inner, 'listening');
    const { port } = inner.address() as AddressInfo;
    door = await openFrontDoor({ port: 0, inner: port, key, folder: '/home/me/a b' });
  });

  afterEach(() => {
    door.close();
    sockets.close();
    inner.close();
    inner.closeAllConnections();
  });

  it('hands out the same key every time', async () => {
    const ask = async () => (await fetch(`${door.url}mint-key`, { method: 'POST' })).arrayBuffer();

    const keys = [await ask(), await ask()];

    assert.deepEqual(
      keys.map((bytes) => Buffer.from(bytes)),
      [key, key],
    );
  });

  it('says in a cookie where the key is, beside the cookies of the server', async () => {
    const reply = await fetch(`${door.url}?folder=/x`);

    assert.deepEqual(reply.headers.getSetCookie(), ['inner=1', 'vscode-secret-key-path=/mint-key']);
  });

  it('opens the folder when none is asked for', async () => {
    const reply = await fetch(door.url, { redirect: 'manual' });

    assert.equal(reply.headers.get('location'), '/?folder=%2Fhome%2Fme%2Fa%20b');
  });

  it('passes on everything else, with the name that it was called by', async () => {
    const reply = await fetch(`${door.url}missing`);

    assert.equal(reply.status, 404);
    assert.equal(await reply.text(), `GET /missing ${new URL(door.url).host}`);
  });

  it('joins sockets', async () => {
    const socket = new WebSocket(door.url.replace('http', 'ws'));
    await once(socket, 'open');

    socket.send('hello');

    const [heard] = (await once(socket, 'message')) as [Buffer];
    assert.equal(heard.toString(), 'hello');
    socket.close();
  });

  it('closes on whoever asks while the server is gone', async () => {
    inner.close();
    inner.closeAllConnections();

    await assert.rejects(fetch(`${door.url}anything`));
  });
});
