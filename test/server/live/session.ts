import { Rejection, meteorError } from '../failures';
import { isObject } from '../isObject';
import type { CallMethod } from '../methods/all';
import { errorFrame } from '../methods/method';
import type { JsonObject } from '../route';
import type { User } from '../world/documents';
import { tokenHolder } from '../world/tokens';
import type { World } from '../world/world';
import { changed } from './frames';
import { type LimitParts, type Wish, countWish } from './limits';
import { type Asked, Listenings } from './listenings';
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
  /** Of this connection. */
  readonly id: string;
  readonly address: string;
  readonly header: (name: string) => string | undefined;
}

/** Who someone is on a socket, what is called by it, and what is listened to. */
export class Session implements Hearer {
  private readonly listenings: Listenings;
  private holder: User | undefined;
  private token: string | undefined;

  constructor(
    private readonly outlet: Outlet,
    private readonly around: Surroundings,
    private readonly client: Client,
  ) {
    this.listenings = new Listenings(this, around);
  }

  get user(): User | undefined {
    return this.holder;
  }

  /** Whether it is signed in by a token that nobody has any more. */
  get isStale(): boolean {
    const { token, holder } = this;
    return token !== undefined && tokenHolder(this.around.world, token) !== holder;
  }

  hear(frame: string): void {
    this.outlet.event(frame);
  }

  appear(presence: 'online' | 'away'): void {
    if (this.holder) this.around.presences.appear(this.holder, this, presence);
  }

  call(id: string, { method, params }: JsonObject): void {
    const name = String(method);
    const outcome = outcomeOf(() => this.run(name, listIn(params)));
    this.outlet.answer({ msg: 'result', id, ...outcome });
    this.outlet.answer({ msg: 'updated', methods: [id] });
    if (name === 'login') this.signIn(outcome['result']);
  }

  /** An id that is in use already changes nothing. */
  subscribe(id: string, { name, params }: JsonObject): void {
    if (this.listenings.has(id)) return;
    const asked = { id, name: String(name), params: listIn(params) };
    const { error } = outcomeOf(() => {
      this.count('subscription', asked.name);
      this.listenings.add(asked);
      return {};
    });
    if (error) this.outlet.answer({ msg: 'nosub', id, error });
    else this.welcome(asked);
  }

  /** What never was has ended as well. */
  unsubscribe(id: string): void {
    this.listenings.remove(id);
    this.outlet.answer({ msg: 'nosub', id });
  }

  /** Of a room that the person is no longer in; nothing is said about it. */
  loseRoom(rid: string): void {
    this.listenings.forget({ collection: 'stream-room-messages', event: rid });
  }

  /** The last that is heard is the sign-out. */
  expel(): void {
    const event = { collection: 'stream-notify-user', event: `${this.holder?._id}/force_logout` };
    if (this.listenings.hears(event)) this.hear(changed(event, []));
    this.end();
  }

  /** Nothing is heard any more. */
  end(): void {
    this.listenings.clear();
    this.become(undefined);
  }

  private run(name: string, params: readonly unknown[]): JsonObject {
    const { world, callMethod } = this.around;
    this.count('method', name);
    const { holder: user, token, client } = this;
    const { address, header } = client;
    // The token is about to die, and must not take the socket along.
    if (name === 'logout') this.signOut();
    const result = callMethod({ world, user, token, address, header, connection: this }, name, params);
    return result === undefined ? {} : { result };
  }

  private signIn(result: unknown): void {
    const token = isObject(result) ? result['token'] : undefined;
    if (typeof token !== 'string') return;
    const user = tokenHolder(this.around.world, token);
    this.become(user, token);
    this.review();
    if (!user) return;
    this.outlet.answer({ msg: 'added', collection: 'users', id: user._id, fields: ownFields(user) });
    this.appear('online');
  }

  private signOut(): void {
    const { holder } = this;
    this.become(undefined);
    this.review();
    if (holder) this.outlet.answer({ msg: 'removed', collection: 'users', id: holder._id });
  }

  private become(user: User | undefined, token?: string): void {
    const { holder } = this;
    this.holder = user;
    this.token = token;
    if (holder && holder !== user) this.around.presences.leave(holder, this);
  }

  /** Somebody else may hear other things. */
  private review(): void {
    const error = errorFrame(meteorError('not-allowed'));
    for (const id of this.listenings.review()) this.outlet.answer({ msg: 'nosub', id, error });
  }

  private welcome({ id, name, params: [eventName, options] }: Asked): void {
    const wantsDocument = options === true || (isObject(options) && options['useCollection'] === true);
    if (wantsDocument)
      this.outlet.answer({ msg: 'added', collection: name, id: 'id', fields: { eventName } });
    this.outlet.answer({ msg: 'ready', subs: [id] });
  }

  private count(kind: Wish['kind'], name: string): void {
    const { around, client, holder: user } = this;
    const { address, id: connection } = client;
    countWish(around, { world: around.world, kind, name, user, address, connection });
  }
}

/** What was refused is told; what went wrong here as well, because whoever tests wants to see it. */
function outcomeOf(run: () => JsonObject): JsonObject {
  try {
    return run();
  } catch (error) {
    if (error instanceof Rejection) return { error: errorFrame(error) };
    const details = error instanceof Error ? error.stack : String(error);
    return { error: { ...errorFrame(new Rejection(500, {})), details } };
  }
}

function listIn(params: unknown): readonly unknown[] {
  return Array.isArray(params) ? params : [];
}

function ownFields({ username, name, emails, roles, status, statusText }: User): JsonObject {
  return { username, name, emails, roles, status, statusText };
}
