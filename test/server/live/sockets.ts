import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { CallMethod } from '../methods/all';
import type { World } from '../world/world';
import type { Connection } from './connection';
import { Door, type Refusal } from './door';
import type { LimitParts } from './limits';
import { Live } from './live';
import { type Chances, Mischief } from './mischief';
import { Outlet } from './outlet';
import type { Client } from './session';

interface SocketParts extends LimitParts {
  /** Where sockets are opened, below the server's root. */
  readonly path: string;
  readonly callMethod: CallMethod;
}

const heartBeat = 17_000;

/** The real-time side of the server, and what is to go wrong there. */
export class Sockets {
  private readonly acceptor = new WebSocketServer({ noServer: true });
  private readonly door = new Door();
  private readonly timer = setInterval(() => this.beat(), heartBeat).unref();
  private mischief: Mischief | undefined;
  private live: Live;

  constructor(
    private readonly parts: SocketParts,
    world: World,
  ) {
    this.live = new Live(world, parts);
  }

  /** All sockets end, and nothing goes wrong any more; new ones are told of this world. */
  follow(world: World): void {
    this.end();
    this.live = new Live(world, this.parts);
  }

  /** The server is about to close. */
  close(): void {
    clearInterval(this.timer);
    this.end();
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // A client that goes away in the middle is nobody's fault.
    socket.on('error', () => socket.destroy());
    if (pathOf(request) !== this.parts.path) this.door.answer(socket, 404);
    else if (!this.door.refuses(socket)) {
      this.acceptor.handleUpgrade(request, socket, head, (opened) => this.open(opened, request));
    }
  }

  /** How many are open, of everyone or of one person. */
  count(username?: string): number {
    return this.of(username).length;
  }

  /** Ends them at once, without a word. */
  cut(username?: string): void {
    for (const connection of this.of(username)) {
      this.live.drop(connection);
      connection.outlet.cut();
    }
  }

  /** Who comes from now on does not get in. */
  refuse(refusal: Refusal): void {
    this.door.refusal = refusal;
  }

  accept(): void {
    this.door.open();
  }

  /** They stay open, but nothing goes out and nothing is read. */
  freeze(username?: string): void {
    for (const { outlet } of this.of(username)) outlet.freeze();
  }

  /** What was to go out meanwhile goes out, and what has come in is answered. */
  thaw(username?: string): void {
    for (const { outlet } of this.of(username)) if (outlet.isFrozen) outlet.thaw();
  }

  /** Events, and nothing else, are lost, repeated or late from now on. */
  disturb(chances: Chances): void {
    this.mischief = new Mischief(chances);
  }

  calm(): void {
    this.mischief = undefined;
    for (const { outlet } of this.live.all()) outlet.release();
  }

  /** What time does by itself every 17 seconds: pings, and ends whoever did not answer the last one. */
  beat(): void {
    this.live.beat();
  }

  private open(socket: WebSocket, request: IncomingMessage): void {
    // The event `close` follows.
    socket.on('error', () => socket.terminate());
    if (this.door.refusal === 'mute') return;
    const { live } = this;
    const connection = live.open(new Outlet(socket, () => this.mischief), clientOf(request));
    socket.on('message', (data: Buffer) => connection.receive(data.toString()));
    socket.on('close', () => live.drop(connection));
  }

  private end(): void {
    this.mischief = undefined;
    this.door.open();
    this.cut();
    for (const socket of this.acceptor.clients) socket.terminate();
  }

  private of(username: string | undefined): Connection[] {
    const all = this.live.all();
    return username === undefined ? all : all.filter(({ session }) => session.user?.username === username);
  }
}

function pathOf({ url = '' }: IncomingMessage): string {
  return url.split('?')[0] ?? '';
}

function clientOf({ socket, headers }: IncomingMessage): Client {
  const header = (name: string) => [headers[name.toLowerCase()]].flat()[0];
  const id = randomBytes(9).toString('base64url');
  return { id, address: socket.remoteAddress ?? '', header };
}
