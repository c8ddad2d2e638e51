import type { HttpBindings } from '@hono/node-server';
import type { SecondFactor } from '../world/secondFactor';
import type { Environment } from '../environment';
import type { Sockets } from '../live/sockets';
import type { World } from '../world/world';
import type { Faults } from './faults';
import type { RateLimiter } from './rateLimiter';
import type { RequestLog } from './requestLog';

/** What a request brings along: its connection. */
export interface Env {
  readonly Bindings: HttpBindings;
}

/** One running server: what its routes and its control route share. */
export interface Shell {
  /** Replaced by `reset`: ask anew for each request. */
  readonly world: World;
  /** Where the server lives, with the sub-path, without a slash at the end. */
  readonly url: string;
  /** The sub-path, or empty. */
  readonly rootPath: string;
  readonly environment: Environment;
  readonly limiter: RateLimiter;
  readonly secondFactor: SecondFactor;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly sockets: Sockets;
  /** What the last e-mail to this user said. */
  emailCode(username: string): string | undefined;
  /** The data set as it was at the start; no faults, no codes, an empty log. */
  reset(): void;
}
