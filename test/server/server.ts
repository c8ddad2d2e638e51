import { createHash } from 'node:crypto';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { type Clock, runningFrom, standingAt } from './clock';
import { type DataName, dataSet } from './data/dataSet';
import type { Seed } from './data/seed';
import { createApp } from './app';
import { type Environment, environmentIn } from './environment';
import { Faults } from './http/faults';
import { RateLimiter } from './http/rateLimiter';
import { RequestLog } from './http/requestLog';
import type { Shell } from './http/shell';
import type { JsonObject, Route } from './route';
import { type RouteParts, allRoutes } from './routes/all';
import { Sockets } from './live/sockets';
import { methodsOf } from './methods/all';
import { EmailCodes } from './world/emailCodes';
import { LoginGuard } from './world/loginGuard';
import { SecondFactor } from './world/secondFactor';
import { Settings, type SettingValue, settingsFromEnvironment } from './settings';
import { type Random, readableId, seededRandom } from './world/ids';
import { World } from './world/world';

export interface StartOptions {
  /** 0 or absent: any free one. */
  readonly port?: number;
  readonly data?: DataName | Seed;
  /** Everything made by chance follows from it. */
  readonly seed?: string;
  /** When the workspace's time begins; absent: the present. */
  readonly now?: Date | string;
  /** Whether that time goes on; `runs` if absent. */
  readonly clock?: 'runs' | 'stands';
  /** Sub-path under which the server lives, as `/chat`. */
  readonly rootPath?: string;
  /** Wins over the environment's `OVERWRITE_SETTING_<id>`. */
  readonly settings?: Readonly<Record<string, SettingValue>>;
  /** The release that it says it is, `8.8.1` if absent; older ones lack what came later. */
  readonly version?: string;
  /** Whether calls are limited; absent: as the environment says. */
  readonly limiter?: boolean;
  /** What the server reads instead of its process's own. */
  readonly env?: NodeJS.ProcessEnv;
  /** The buttons of the login page. */
  readonly oauthServices?: readonly JsonObject[];
  /** REST methods that no real server has: for tests of what surrounds a method. */
  readonly extraRoutes?: readonly Route[];
  /** Time of the outer world: rate limits and one-time codes go by it, whatever `now` says. */
  readonly wallClock?: () => number;
}

/** A Rocket.Chat server in memory, on the loopback interface. */
export async function startServer(options: StartOptions = {}): Promise<StandIn> {
  const server = createServer();
  const port = await listen(server, options.port ?? 0);
  const standIn = new StandIn(server, port, options);
  const routes = [...allRoutes(standIn), ...(options.extraRoutes ?? [])];
  const answer = getRequestListener(createApp(standIn, routes).fetch, {
    overrideGlobalObjects: false,
  });
  server.on('request', (incoming, outgoing) => void answer(incoming, outgoing));
  server.on('upgrade', (request, socket, head) => standIn.sockets.upgrade(request, socket, head));
  return standIn;
}

const usualSeed = 'demo';

/** A running server, for tests to look into. */
export class StandIn implements Shell, RouteParts {
  readonly rootPath: string;
  readonly url: string;
  readonly settings: Settings;
  readonly environment: Environment;
  readonly faults = new Faults();
  readonly requests = new RequestLog();
  readonly limiter: RateLimiter;
  readonly codes: EmailCodes;
  readonly guard: LoginGuard;
  readonly secondFactor: SecondFactor;
  readonly oauthServices: readonly JsonObject[];
  /** The real-time side. */
  readonly sockets: Sockets;
  private readonly clock: Clock;
  private current: World;

  constructor(
    private readonly server: Server,
    readonly port: number,
    private readonly options: StartOptions,
  ) {
    const { wallClock = Date.now, env = process.env } = options;
    this.environment = environmentIn(env);
    this.rootPath = asPrefix(options.rootPath ?? '');
    this.url = `http://127.0.0.1:${port}${this.rootPath}`;
    this.settings = new Settings({
      Site_Url: this.url,
      uniqueID: readableId(this.chance()),
      ...settingsFromEnvironment(env),
      ...(options.limiter !== undefined && { API_Enable_Rate_Limiter: options.limiter }),
      ...options.settings,
    });
    const start = options.now === undefined ? wallClock() : new Date(options.now).getTime();
    this.clock = options.clock === 'stands' ? standingAt(start) : runningFrom(start, wallClock);
    this.limiter = new RateLimiter(wallClock);
    this.codes = new EmailCodes(wallClock);
    this.guard = new LoginGuard(wallClock);
    this.secondFactor = new SecondFactor(this.codes, wallClock);
    this.oauthServices = options.oauthServices ?? [];
    this.current = this.newWorld();
    this.sockets = this.newSockets();
  }

  get world(): World {
    return this.current;
  }

  /** What the last e-mail to this user said. */
  emailCode(username: string): string | undefined {
    const user = this.world.users.byUsername(username);
    return user && this.codes.lastFor(user._id);
  }

  reset(): void {
    this.faults.clear();
    this.requests.clear();
    this.limiter.forget();
    this.codes.forget();
    this.guard.forget();
    this.current = this.newWorld();
    this.sockets.follow(this.current);
  }

  /** Cuts what is still open. */
  async close(): Promise<void> {
    this.faults.clear();
    this.sockets.close();
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private newWorld(): World {
    const { data = 'demo', seed = usualSeed, version = '8.8.1' } = this.options;
    return new World({
      clock: this.clock,
      seed: dataSet(data, new Date(this.clock.now()), seed),
      settings: this.settings,
      random: this.chance(),
      version,
    });
  }

  private newSockets(): Sockets {
    const { secondFactor, guard, limiter, environment, rootPath } = this;
    const settingsUnder = (start: string) => this.settings.under(start);
    const callMethod = methodsOf({ secondFactor, guard, settingsUnder });
    return new Sockets({ path: `${rootPath}/websocket`, callMethod, limiter, environment }, this.current);
  }

  /** From its beginning. */
  private chance(): Random {
    return seededRandom(numberFrom(this.options.seed ?? usualSeed));
  }
}

/** `/one/two` however it was written; empty for the root. */
function asPrefix(path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  return parts.map((part) => `/${part}`).join('');
}

function numberFrom(seed: string): number {
  return createHash('sha256').update(seed).digest().readUInt32LE();
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      // A TCP server's address is never a text.
      resolve((server.address() as AddressInfo).port);
    });
  });
}
