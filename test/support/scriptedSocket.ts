import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

/** A frame as either side sends it. */
export type SentFrame = Readonly<Record<string, unknown>> & { readonly msg?: string };
type Said = SentFrame | string | Buffer;
/** What is said to a frame; nothing at all by `[]`. */
type Answer = (frame: SentFrame) => readonly Said[];

/** By `msg`; `login` stands for the method of this name. */
export type Script = Partial<
  Record<'connect' | 'login' | 'method' | 'sub' | 'unsub' | 'ping' | 'pong', Answer>
>;

export const silent: Answer = () => [];

/** How a server behaves that has nothing to complain about. */
const friendly: Script = {
  connect: () => [{ server_id: '0' }, { msg: 'connected', session: 's' }],
  login: ({ id }) => [
    { msg: 'result', id, result: { id: 'ann-id', type: 'resume' } },
    { msg: 'updated', methods: [id] },
    { msg: 'added', collection: 'users', id: 'ann-id', fields: { username: 'ann' } },
  ],
  method: ({ id }) => [{ msg: 'result', id }],
  sub: ({ id }) => [{ msg: 'ready', subs: [id] }],
  unsub: ({ id }) => [{ msg: 'nosub', id }],
  ping: ({ id }) => [{ msg: 'pong', id }],
};

/** A DDP server that says what a test wants it to say: for what the stand-in does not do. */
export class ScriptedSocket {
  private readonly http = createServer((_, response) => response.writeHead(404).end());
  private readonly sockets = new WebSocketServer({ server: this.http });
  private readonly arrived = new Line<Peer>();
  readonly peers: Peer[] = [];
  /** May be changed at any time. */
  script: Script;
  url = '';

  private constructor(script: Script) {
    this.script = { ...friendly, ...script };
    this.sockets.on('connection', (socket, request) => {
      const peer = new Peer(socket, request.url ?? '', (frame) => this.answer(frame));
      this.peers.push(peer);
      this.arrived.push(peer);
    });
  }

  static async start(script: Script = {}): Promise<ScriptedSocket> {
    const server = new ScriptedSocket(script);
    await new Promise<void>((resolve) => server.http.listen(0, '127.0.0.1', resolve));
    // A TCP server's address is never a text.
    server.url = `http://127.0.0.1:${(server.http.address() as AddressInfo).port}`;
    return server;
  }

  /** The next connection that nobody has asked for yet. */
  next(): Promise<Peer> {
    return this.arrived.first(() => true);
  }

  async close(): Promise<void> {
    for (const { socket } of this.peers) socket.terminate();
    const closed = new Promise((resolve) => this.http.close(resolve));
    this.http.closeAllConnections();
    await closed;
  }

  private answer(frame: SentFrame): readonly Said[] {
    const name = frame['method'] === 'login' ? 'login' : frame.msg;
    return Object.entries(this.script).find(([key]) => key === name)?.[1](frame) ?? [];
  }
}

/** One connection, seen from the server. */
export class Peer {
  private readonly line = new Line<SentFrame>();
  private fences = 0;
  /** All that came, in order. */
  readonly frames: SentFrame[] = [];
  /** The code that the connection ended with. */
  readonly closed: Promise<number>;

  constructor(
    readonly socket: WebSocket,
    readonly path: string,
    answer: Answer,
  ) {
    socket.on('message', (data) => {
      // What a client of ours sends is one JSON text.
      const frame = JSON.parse((data as Buffer).toString()) as SentFrame;
      this.frames.push(frame);
      this.line.push(frame);
      this.say(...answer(frame));
    });
    this.closed = new Promise((resolve) => socket.on('close', resolve));
  }

  say(...said: readonly Said[]): void {
    for (const one of said)
      this.socket.send(typeof one === 'string' || Buffer.isBuffer(one) ? one : JSON.stringify(one));
  }

  /** The next frame of this kind that nobody has asked for yet. */
  got(msg: string): Promise<SentFrame> {
    return this.line.first((frame) => frame.msg === msg);
  }

  /** Says it; resolves when the client has read it, and all that came of it has arrived. */
  async saidAndRead(...said: readonly Said[]): Promise<void> {
    this.fences += 1;
    const id = `fence-${this.fences}`;
    this.say(...said, { msg: 'ping', id });
    await this.line.first((frame) => frame.msg === 'pong' && frame['id'] === id);
  }

  /** The connection breaks without a word. */
  cut(): void {
    this.socket.terminate();
  }
}

/** Things in the order of arrival, each for one who waits for it. */
class Line<T> {
  private readonly things: T[] = [];
  private readonly waiting = new Set<() => void>();

  push(thing: T): void {
    this.things.push(thing);
    for (const look of [...this.waiting]) look();
  }

  first(isWanted: (thing: T) => boolean): Promise<T> {
    return new Promise((resolve) => {
      const look = () => {
        const at = this.things.findIndex(isWanted);
        const [thing] = at < 0 ? [] : this.things.splice(at, 1);
        if (thing === undefined) return;
        this.waiting.delete(look);
        resolve(thing);
      };
      this.waiting.add(look);
      look();
    });
  }
}
