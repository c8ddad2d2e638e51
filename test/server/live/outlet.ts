import type { WebSocket } from 'ws';
import type { JsonObject } from '../route';
import { frameText } from './frames';
import type { Mischief } from './mischief';

/** What goes out on one socket, and what goes wrong there. */
export class Outlet {
  private held: string[] = [];
  /** What has been sent since the socket froze. */
  private stuck: string[] | undefined;

  constructor(
    private readonly socket: WebSocket,
    private readonly mischief: () => Mischief | undefined,
  ) {}

  /** Never goes wrong, and comes after every event that was held back. */
  answer(frame: JsonObject): void {
    this.release();
    this.write(frameText(frame));
  }

  event(text: string): void {
    const mischief = this.mischief();
    const fate = mischief?.fate() ?? 'pass';
    if (fate === 'drop') return;
    if (fate === 'reorder') {
      this.held.push(text);
      return;
    }
    this.write(text);
    if (fate === 'repeat') this.write(text);
    if (!mischief || mischief.letsGo()) this.release();
  }

  release(): void {
    for (const text of this.held.splice(0)) this.write(text);
  }

  /** Half-open: nothing goes out, and what comes in is not even read. */
  freeze(): void {
    this.stuck ??= [];
    this.socket.pause();
  }

  thaw(): void {
    const stuck = this.stuck ?? [];
    this.stuck = undefined;
    for (const text of stuck) this.write(text);
    this.socket.resume();
  }

  get isFrozen(): boolean {
    return this.stuck !== undefined;
  }

  /** In good order, as a server does that wants no more of it. */
  close(): void {
    this.release();
    this.socket.close(1000);
  }

  cut(): void {
    this.socket.terminate();
  }

  private write(text: string): void {
    if (this.stuck) this.stuck.push(text);
    else this.socket.send(text);
  }
}
