import type { Disposable } from '../../base/event';

/** What we need of the host's `WebSocket`. */
export type WebSocketConstructor = new (
  url: string,
) => Pick<WebSocket, 'addEventListener' | 'removeEventListener' | 'send' | 'close'>;

interface SocketEvents {
  opened(): void;
  received(data: unknown): void;
  /** In words for the log. */
  ended(why: string): void;
}

/** Old hosts have none. */
export function hasWebSocket(): boolean {
  return typeof globalThis.WebSocket === 'function';
}

/** One socket that falls silent the moment it is disposed, whatever its other side still does. */
export class Socket implements Disposable {
  private readonly socket: InstanceType<WebSocketConstructor>;

  /** @throws whatever the host's constructor does */
  constructor(
    WebSocket: WebSocketConstructor,
    url: string,
    private readonly told: SocketEvents,
  ) {
    this.socket = new WebSocket(url);
    this.socket.addEventListener('open', this.opened);
    this.socket.addEventListener('message', this.received);
    this.socket.addEventListener('close', this.ended);
    // Says nothing that the close after it does not; stays, as an error without a listener may be thrown.
    this.socket.addEventListener('error', () => undefined);
  }

  send(text: string): void {
    this.socket.send(text);
  }

  dispose(): void {
    this.socket.removeEventListener('open', this.opened);
    this.socket.removeEventListener('message', this.received);
    this.socket.removeEventListener('close', this.ended);
    this.socket.close();
  }

  private readonly opened = () => this.told.opened();
  private readonly received = ({ data }: MessageEvent<unknown>) => this.told.received(data);
  private readonly ended = ({ code }: CloseEvent) => this.told.ended(`closed with ${code}`);
}
