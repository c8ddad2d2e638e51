import assert from 'node:assert/strict';
import { isObject } from '../server/isObject';
import { jsonIn } from '../server/json';
import type { Item } from './ask';
import { tokenOf } from './workspace';

interface Address {
  readonly url: string;
}

/** A bare client of the real-time interface. Remembers every frame; answers nothing by itself. */
export class Socket {
  readonly frames: Item[] = [];
  readonly opened: Promise<void>;
  /** The code under which it ended. */
  readonly closed: Promise<number>;
  private readonly socket: WebSocket;
  private readonly looks = new Set<() => void>();
  private count = 0;

  constructor({ url }: Address) {
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/websocket`);
    this.socket.onmessage = ({ data }) => this.take(data);
    this.opened = new Promise((resolve) => {
      this.socket.onopen = () => resolve();
    });
    this.closed = new Promise((resolve) => {
      this.socket.onclose = ({ code }) => resolve(code);
    });
  }

  send(frame: Item | string): void {
    this.socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  /** The first frame that fits, of those that have come and those to come. */
  frame(fits: (frame: Item) => boolean): Promise<Item> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.frames.find(fits);
        if (!found) return;
        this.looks.delete(look);
        resolve(found);
      };
      this.looks.add(look);
      look();
    });
  }

  message(msg: string): Promise<Item> {
    return this.frame((frame) => frame['msg'] === msg);
  }

  /** The handshake; answers the server's last word of it. */
  async connect(): Promise<Item> {
    await this.frame((frame) => 'server_id' in frame);
    this.send({ msg: 'connect', version: '1', support: ['1', 'pre2', 'pre1'] });
    return this.frame(({ msg }) => msg === 'connected' || msg === 'failed');
  }

  /** The frame with the result. */
  async call(method: string, ...params: unknown[]): Promise<Item> {
    const id = this.newId();
    this.send({ msg: 'method', method, id, params });
    return this.frame((frame) => frame['msg'] === 'result' && frame['id'] === id);
  }

  /** `ready`, or the code of the refusal. */
  async listen(collection: string, event: string, options: unknown = false): Promise<unknown> {
    const id = this.newId();
    this.send({ msg: 'sub', id, name: collection, params: [event, options] });
    const answer = await this.frame((frame) => isAnswerTo(id, frame));
    return answer['msg'] === 'ready' ? 'ready' : isObject(answer['error']) && answer['error']['error'];
  }

  /** What was told so far: everything that the server had to say has come when this resolves. */
  async heard(collection: string, event: string): Promise<unknown[][]> {
    await this.settled();
    return this.frames.flatMap((frame) => {
      const { eventName, args } = isObject(frame['fields']) ? frame['fields'] : {};
      const isMeant = frame['collection'] === collection && eventName === event;
      return isMeant && Array.isArray(args) ? [args] : [];
    });
  }

  async settled(): Promise<void> {
    const id = this.newId();
    this.send({ msg: 'ping', id });
    await this.frame((frame) => frame['msg'] === 'pong' && frame['id'] === id);
  }

  close(): void {
    this.socket.close();
  }

  private newId(): string {
    this.count += 1;
    return String(this.count);
  }

  private take(data: unknown): void {
    const frame = jsonIn(String(data));
    this.frames.push(isObject(frame) ? frame : assert.fail('A frame is no object'));
    for (const look of [...this.looks]) look();
  }
}

export async function connected(server: Address): Promise<Socket> {
  const socket = new Socket(server);
  await socket.connect();
  return socket;
}

/** By the access token of `person()`. */
export async function signedIn(server: Address, username: string): Promise<Socket> {
  const socket = await connected(server);
  await socket.call('login', { resume: tokenOf(username) });
  await socket.message('added');
  return socket;
}

function isAnswerTo(id: string, { msg, subs, id: own }: Item): boolean {
  return (msg === 'ready' && Array.isArray(subs) && subs.includes(id)) || (msg === 'nosub' && own === id);
}
