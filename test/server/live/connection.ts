import { randomBytes } from 'node:crypto';
import { Rejection, meteorError } from '../failures';
import { isObject } from '../isObject';
import { jsonIn } from '../json';
import type { CallMethod } from '../methods/all';
import { fromEjson } from '../methods/ejson';
import { errorFrame } from '../methods/method';
import type { JsonObject } from '../route';
import type { User } from '../world/documents';
import { tokenHolder } from '../world/tokens';
import type { World } from '../world/world';
import { changed } from './frames';
import { type LimitParts, type Wish, countWish } from './limits';
import { Listenings } from './listenings';
import type { Outlet } from './outlet';
import type { Presences } from './presences';
import type { Hearer, Streams } from './streams';

export interface Surroundings extends LimitParts {
  readonly world: World;
  readonly streams: Streams;
  readonly presences: Presences;
  readonly callMethod: CallMethod;
}

/** Who has opened the socket. */
export interface Client {
  readonly address: string;
  readonly header: (name: string) => string | undefined;
}

const versions = ['1', 'pre2', 'pre1'];

/** One client: what it says, who it is, and what it listens to. */
export class Connection implements Hearer {
  private readonly id = randomBytes(9).toString('base64url');
  private readonly listenings: Listenings;
  private isConnected = false;
  private holder: User | undefined;
  private token: string | undefined;
  /** Whether nothing has come since the last ping. */
  private isSilent = false;

  constructor(
    readonly outlet: Outlet,
    private readonly around: Surroundings,
    private readonly client: Client,
  ) {
    this.listenings = new Listenings(this, around.world, around.streams);
    outlet.answer({ server_id: '0' });
  }

  get user(): User | undefined {
    return this.holder;
  }

  hear(frame: string): void {
    this.outlet.event(frame);
  }

  receive(text: string): void {
    this.isSilent = false;
    const frame = fromEjson(jsonIn(text));
    if (!isObject(frame) || typeof frame['msg'] !== 'string') {
      this.outlet.answer({ msg: 'error', reason: 'Parse error' });
    } else if (frame['msg'] === 'connect') this.connect(frame);
    else if (this.isConnected) this.handle(frame);
    else this.outlet.answer({ msg: 'error', reason: 'Must connect first', offendingMessage: frame });
  }

  appear(presence: 'online' | 'away'): void {
    if (this.holder) this.around.presences.appear(this.holder, this, presence);
  }

  /** One turn of the heart beat: whoever was silent since the last one is gone. */
  beat(): 'alive' | 'dead' {
    if (this.isSilent) return 'dead';
    this.isSilent = this.isConnected;
    if (this.isConnected) this.outlet.answer({ msg: 'ping' });
    return 'alive';
  }

  /** Whether it is signed in by a token that nobody has any more. */
  get isStale(): boolean {
    const { token, holder } = this;
    return token !== undefined && tokenHolder(this.around.world, token) !== holder;
  }

  /** The last that it hears is that it is signed out. */
  expel(): void {
    const event = { collection: 'stream-notify-user', event: `${this.holder?._id}/force_logout` };
    if (this.listenings.hears(event.collection, event.event)) this.hear(changed(event, []));
    this.end();
    this.outlet.close();
  }

  /** Of a room that the person is no longer in; nothing is said about it. */
  loseRoom(rid: string): void {
    this.listenings.forget('stream-room-messages', rid);
  }

  /** Nothing is heard any more. */
  end(): void {
    this.listenings.clear();
    if (this.holder) this.around.presences.leave(this.holder, this);
    this.holder = undefined;
    this.token = undefined;
  }

  private connect(frame: JsonObject): void {
    const { version } = frame;
    if (this.isConnected) {
      this.outlet.answer({ msg: 'error', reason: 'Already connected', offendingMessage: frame });
    } else if (versions.some((one) => one === version)) {
      this.isConnected = true;
      this.outlet.answer({ msg: 'connected', session: this.id });
    } else {
      this.outlet.answer({ msg: 'failed', version: '1' });
      this.outlet.close();
    }
  }

  private handle(frame: JsonObject): void {
    const { msg, id } = frame;
    if (msg === 'pong') return;
    if (msg === 'ping') this.outlet.answer({ msg: 'pong', ...(id !== undefined && { id }) });
    else if (msg === 'method' && typeof id === 'string') this.call(id, frame);
    else if (msg === 'sub' && typeof id === 'string') this.subscribe(id, frame);
    else if (msg === 'unsub' && typeof id === 'string') this.unsubscribe(id);
    else this.outlet.answer({ msg: 'error', reason: 'Bad request', offendingMessage: frame });
  }

  private call(id: string, { method, params }: JsonObject): void {
    const name = String(method);
    const before = this.holder;
    const outcome = this.outcome(() => this.run(name, listIn(params)));
    this.outlet.answer({ msg: 'result', id, ...outcome });
    this.outlet.answer({ msg: 'updated', methods: [id] });
    if (name === 'login') this.signIn(outcome['result'], before);
  }

  private run(name: string, params: readonly unknown[]): JsonObject {
    const { world, callMethod } = this.around;
    this.count('method', name);
    const { holder: user, token } = this;
    // The token is about to die, and must not take the socket along.
    if (name === 'logout') this.signOut();
    const result = callMethod({ world, user, token, ...this.client, connection: this }, name, params);
    return result === undefined ? {} : { result };
  }

  private signIn(result: unknown, before: User | undefined): void {
    const token = isObject(result) ? result['token'] : undefined;
    if (typeof token !== 'string') return;
    const user = tokenHolder(this.around.world, token);
    if (before && before !== user) this.around.presences.leave(before, this);
    this.holder = user;
    this.token = token;
    this.review();
    if (!user) return;
    this.outlet.answer({ msg: 'added', collection: 'users', id: user._id, fields: ownFields(user) });
    this.appear('online');
  }

  private signOut(): void {
    const { holder } = this;
    this.holder = undefined;
    this.token = undefined;
    this.review();
    if (!holder) return;
    this.outlet.answer({ msg: 'removed', collection: 'users', id: holder._id });
    this.around.presences.leave(holder, this);
  }

  /** Somebody else may hear other things. */
  private review(): void {
    const error = errorFrame(meteorError('not-allowed'));
    for (const id of this.listenings.review(this.holder)) this.outlet.answer({ msg: 'nosub', id, error });
  }

  /** An id that is in use already changes nothing. */
  private subscribe(id: string, { name, params }: JsonObject): void {
    if (this.listenings.has(id)) return;
    const asked = { id, name: String(name), params: listIn(params) };
    const { error } = this.outcome(() => {
      this.count('subscription', asked.name);
      this.listenings.add(asked);
      return {};
    });
    if (error) this.outlet.answer({ msg: 'nosub', id, error });
    else this.welcome(asked);
  }

  private welcome({ id, name, params: [eventName, options] }: Asked): void {
    const wantsDocument = options === true || (isObject(options) && options['useCollection'] === true);
    if (wantsDocument)
      this.outlet.answer({ msg: 'added', collection: name, id: 'id', fields: { eventName } });
    this.outlet.answer({ msg: 'ready', subs: [id] });
  }

  private unsubscribe(id: string): void {
    if (!this.listenings.has(id)) return;
    this.listenings.remove(id);
    this.outlet.answer({ msg: 'nosub', id });
  }

  private count(kind: Wish['kind'], name: string): void {
    const { holder: user, client, around, id: connection } = this;
    countWish(around, { world: around.world, kind, name, user, address: client.address, connection });
  }

  /** What was refused is told; what went wrong here as well, because whoever tests wants to see it. */
  private outcome(run: () => JsonObject): JsonObject {
    try {
      return run();
    } catch (error) {
      if (error instanceof Rejection) return { error: errorFrame(error) };
      const details = error instanceof Error ? error.stack : String(error);
      return { error: { ...errorFrame(new Rejection(500, {})), details } };
    }
  }
}

type Asked = Parameters<Listenings['add']>[0];

function listIn(params: unknown): readonly unknown[] {
  return Array.isArray(params) ? params : [];
}

function ownFields({ username, name, emails, roles, status, statusText }: User): JsonObject {
  return { username, name, emails, roles, status, statusText };
}
