import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/**
 * How newcomers fare. `refuse`: the connection dies. `silent`: the handshake is never answered. `mute`: the
 * handshake is, and nothing after it. A status: as a proxy answers that knows no sockets.
 */
export type Refusal = 'refuse' | 'silent' | 'mute' | { readonly status: number };

/** Lets newcomers in, or not. */
export class Door {
  refusal: Refusal | undefined;
  private readonly waiting = new Set<Duplex>();

  /** Whether this one has been dealt with. */
  refuses(socket: Duplex): boolean {
    const { refusal } = this;
    if (refusal === undefined || refusal === 'mute') return false;
    if (refusal === 'refuse') socket.destroy();
    else if (refusal === 'silent') this.keep(socket);
    else this.answer(socket, refusal.status);
    return true;
  }

  answer(socket: Duplex, status: number): void {
    const reason = STATUS_CODES[status] ?? '';
    socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  }

  /** To everyone from now on; who still waits for an answer gets none. */
  open(): void {
    this.refusal = undefined;
    for (const socket of this.waiting) socket.destroy();
  }

  private keep(socket: Duplex): void {
    this.waiting.add(socket);
    socket.on('close', () => this.waiting.delete(socket));
  }
}
