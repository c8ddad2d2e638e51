import { systemClock, type Clock } from '../../base/clock';
import { homeAt } from '../request';
import { Link } from './link';
import type { Realtime } from './realtime';
import type { WebSocketConstructor } from './socket';

export { hasWebSocket } from './socket';

export interface RealtimeOptions {
  /** Of a sign-in over REST, or a personal access token. It is in the login frame and nowhere else. */
  readonly token: string;
  /** Instead of the host's time. */
  readonly clock?: Clock;
  /** 0 up to 1, for jitter; `Math.random` by default. */
  readonly random?: () => number;
  /** Instead of the host's own, which is looked up at each connection. */
  readonly webSocket?: WebSocketConstructor;
  /** One redacted line for whatever happens to a connection. */
  readonly log?: (line: string) => void;
}

/**
 * The real-time interface of one server. Does nothing by itself: no socket and no timer until it is opened.
 *
 * @param serverUrl as for `connect`: where the server is, its path prefix included
 * @throws `TypeError` at once: `serverUrl` is no absolute address
 */
export function connectRealtime(serverUrl: string, options: RealtimeOptions): Realtime {
  const { token, clock = systemClock, random = Math.random, log = () => undefined } = options;
  const { baseUrl } = homeAt(serverUrl, undefined);
  // VS Code replaces the global one to follow proxy and certificates.
  const webSocket = () => options.webSocket ?? globalThis.WebSocket;
  return new Link({ caller: { baseUrl, token }, clock, random, log, webSocket });
}
