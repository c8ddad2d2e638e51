import type { Clock } from '../../base/clock';
import type { Disposable } from '../../base/event';
import { Lifetime } from '../../base/lifetime';
import { ejsonText } from '../ejson';
import { apiError } from '../failure';
import { DroppedFrames } from './droppedFrames';
import { frameIn, type Frame, type OwnFrame, type Refusal } from './frames';
import { Heartbeat } from './heartbeat';
import { loginEnd, pauseEnd, type End } from './login';
import { methodOf, Methods, type Caller, type Method } from './methods';
import { patience } from './patience';
import type { Registry } from './registry';
import { Socket, type WebSocketConstructor } from './socket';

/** What every connection of one `Realtime` is made with. */
export interface Surroundings {
  readonly caller: Caller;
  readonly clock: Clock;
  readonly registry: Registry;
  readonly log: (line: string) => void;
  readonly webSocket: () => WebSocketConstructor;
}

interface ConnectionEvents {
  /** Signed in, and every subscription was answered. */
  live(): void;
  proved(sentAt: number): void;
  /** Once, and nothing after it. */
  ended(end: End): void;
}

type Stage = 'opening' | 'greeting' | 'signing in' | 'subscribing' | 'live';

/** One connection from its first frame to its end. It is never mended: the next one is another. */
export class Connection implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly methods: Methods;
  private readonly heartbeat: Heartbeat;
  private readonly dropped: DroppedFrames;
  private stage: Stage = 'opening';
  private socket: Socket | undefined;
  private deadline: Disposable | undefined;

  constructor(
    private readonly surroundings: Surroundings,
    private readonly told: ConnectionEvents,
  ) {
    const { clock, log } = surroundings;
    this.dropped = this.lifetime.own(new DroppedFrames(log));
    this.methods = this.lifetime.own(new Methods(clock, (frame) => this.send(frame)));
    this.heartbeat = this.lifetime.own(
      new Heartbeat(clock, {
        ping: (id) => this.send({ msg: 'ping', id }),
        proved: (sentAt) => this.told.proved(sentAt),
        died: () => this.lose('a ping was not answered'),
      }),
    );
  }

  start(): void {
    const { caller, webSocket } = this.surroundings;
    this.expectAnswer();
    const events = {
      opened: () => this.greet(),
      received: (data: unknown) => this.receive(data),
      ended: (why: string) => this.lose(why),
    };
    try {
      this.socket = this.lifetime.own(new Socket(webSocket(), socketUrl(caller), events));
    } catch (error) {
      // Whatever a patched constructor throws, there is no socket; its words may hold anything.
      this.lose(error instanceof Error ? error.name : 'no socket');
    }
  }

  async call(method: Method, signal?: AbortSignal): Promise<unknown> {
    if (this.stage !== 'live') throw apiError({ kind: 'offline' }, method.out);
    return this.methods.call(method, signal);
  }

  hurry(): void {
    if (this.stage === 'live') this.heartbeat.hurry();
  }

  /** Nothing is told after this, and nothing sent. */
  dispose(): void {
    this.deadline?.dispose();
    this.lifetime.dispose();
  }

  /** One deadline for all that is out: a proxy, or the server, may fall silent at any step. */
  private expectAnswer(): void {
    this.deadline ??= patience(this.surroundings.clock, answerMs, () =>
      this.lose(`no answer in time while ${this.stage}`),
    );
  }

  private greet(): void {
    this.stage = 'greeting';
    this.send({ msg: 'connect', version: '1', support: ['1', 'pre2', 'pre1'] });
  }

  private receive(data: unknown): void {
    this.heartbeat.heard();
    const frame = frameIn(data);
    if (frame === 'malformed') this.dropped.add(data);
    else if (frame !== 'foreign') this.take(frame);
  }

  private take(frame: Frame): void {
    if (frame.msg === 'changed') this.surroundings.registry.deliver(frame);
    else if (frame.msg === 'result') this.methods.settle(frame);
    else if (frame.msg === 'ready') this.takeAnswers(frame.subs);
    else if (frame.msg === 'nosub') this.takeRefusal(frame);
    else this.takeOwn(frame);
  }

  private takeOwn(frame: OwnFrame): void {
    if (frame.msg === 'connected') this.signIn();
    else if (frame.msg === 'failed') this.lose('the server speaks another version');
    else if (frame.msg === 'ping') this.send({ msg: 'pong', id: frame.id });
    else this.heartbeat.pong(frame.id);
  }

  private signIn(): void {
    if (this.stage !== 'greeting') return;
    this.stage = 'signing in';
    const { caller, clock } = this.surroundings;
    // The token that REST gave, or a personal access token.
    const login = methodOf(caller, 'login', [{ resume: caller.token }]);
    this.methods.ask(login, (answer) => {
      const end = loginEnd(answer, login.out, clock.now());
      if (end) this.end(end);
      else this.subscribe();
    });
  }

  private subscribe(): void {
    this.stage = 'subscribing';
    const asking = { send: (frame: object) => this.ask(frame), settled: () => this.settle() };
    const { registry } = this.surroundings;
    this.lifetime.own(registry.attach(asking));
    registry.look();
  }

  private ask(frame: object): void {
    this.expectAnswer();
    this.send(frame);
  }

  private settle(): void {
    this.deadline?.dispose();
    this.deadline = undefined;
    if (this.stage === 'subscribing') this.goLive();
  }

  private takeAnswers(ids: readonly unknown[]): void {
    for (const id of ids) this.surroundings.registry.answered(id);
  }

  /** To be told to wait is no answer: without what was asked for, `live` would be a lie. */
  private takeRefusal({ id, error }: Refusal): void {
    const { caller, clock, registry } = this.surroundings;
    const pause =
      error === undefined ? undefined : pauseEnd(error, methodOf(caller, 'sub', []).out, clock.now());
    if (pause) this.end(pause);
    else registry.answered(id);
  }

  private goLive(): void {
    this.stage = 'live';
    this.heartbeat.start();
    this.told.live();
  }

  private send(frame: object): void {
    if (!this.lifetime.signal.aborted) this.socket?.send(ejsonText(frame));
  }

  private lose(why: string): void {
    this.end({ kind: 'lost', why });
  }

  private end(end: End): void {
    if (this.lifetime.signal.aborted) return;
    this.dispose();
    this.told.ended(end);
  }
}

/** For the socket, sign-in and subscriptions together, and later for each new subscription. */
const answerMs = 15_000;

function socketUrl({ baseUrl }: Caller): string {
  return `${baseUrl.replace(/^http/, 'ws')}/websocket`;
}
