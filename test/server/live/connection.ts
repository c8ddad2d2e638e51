import { isObject } from '../isObject';
import { jsonIn } from '../json';
import { fromEjson } from '../methods/ejson';
import type { JsonObject } from '../route';
import type { Outlet } from './outlet';
import { type Client, Session, type Surroundings } from './session';

const versions = ['1', 'pre2', 'pre1'];

/** One client: the protocol as such, from the greeting to the heart beat. */
export class Connection {
  readonly session: Session;
  private isConnected = false;
  /** Whether nothing has come since the last ping. */
  private isSilent = false;

  constructor(
    readonly outlet: Outlet,
    around: Surroundings,
    private readonly client: Client,
  ) {
    this.session = new Session(outlet, around, client);
    outlet.answer({ server_id: '0' });
  }

  receive(text: string): void {
    this.isSilent = false;
    const frame = fromEjson(jsonIn(text));
    if (!isObject(frame) || typeof frame['msg'] !== 'string') this.complain('Parse error');
    else if (frame['msg'] === 'connect') this.connect(frame);
    else if (this.isConnected) this.handle(frame);
    else this.complain('Must connect first', frame);
  }

  /** One turn of the heart beat; false if nothing has come since the last one. */
  beat(): boolean {
    if (this.isSilent) return false;
    this.isSilent = this.isConnected;
    if (this.isConnected) this.outlet.answer({ msg: 'ping' });
    return true;
  }

  private connect(frame: JsonObject): void {
    const { version } = frame;
    if (this.isConnected) this.complain('Already connected', frame);
    else if (versions.some((one) => one === version)) {
      this.isConnected = true;
      this.outlet.answer({ msg: 'connected', session: this.client.id });
    } else {
      this.outlet.answer({ msg: 'failed', version: '1' });
      this.outlet.close();
    }
  }

  private handle(frame: JsonObject): void {
    const { msg, id } = frame;
    if (msg === 'ping') this.outlet.answer({ msg: 'pong', ...(id !== undefined && { id }) });
    else if (msg !== 'pong') this.pass(frame, id);
  }

  private pass(frame: JsonObject, id: unknown): void {
    const asked = typeof id === 'string' ? frame['msg'] : undefined;
    if (asked === 'method') this.session.call(String(id), frame);
    else if (asked === 'sub') this.session.subscribe(String(id), frame);
    else if (asked === 'unsub') this.session.unsubscribe(String(id));
    else this.complain('Bad request', frame);
  }

  private complain(reason: string, offendingMessage?: JsonObject): void {
    this.outlet.answer({ msg: 'error', reason, ...(offendingMessage && { offendingMessage }) });
  }
}
