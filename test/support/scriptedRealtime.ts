import { connectRealtime, type RealtimeOptions } from '../../src/api/realtime/connectRealtime';
import type { LinkState, Realtime } from '../../src/api/realtime/realtime';
import type { Stream } from '../../src/api/realtime/streams';
import { FakeClock } from './fakeClock';
import { next, untilState } from './next';
import { ScriptedSocket, type Peer, type Script } from './scriptedSocket';

/** A client of a scripted server, its time standing still, its chance always the same. */
export class Scene {
  readonly clock = new FakeClock();
  readonly states: LinkState[] = [];
  readonly proofs: number[] = [];
  readonly log: string[] = [];
  readonly realtime: Realtime;

  private constructor(
    readonly server: ScriptedSocket,
    options: Partial<RealtimeOptions>,
  ) {
    this.realtime = connectRealtime(server.url, {
      token: secretToken,
      clock: this.clock,
      random: () => 0.5,
      log: (line) => this.log.push(line),
      ...options,
    });
    this.realtime.onDidChangeState((state) => this.states.push(state));
    this.realtime.onDidProve((at) => this.proofs.push(at));
  }

  static async start(script: Script = {}, options: Partial<RealtimeOptions> = {}): Promise<Scene> {
    return new Scene(await ScriptedSocket.start(script), options);
  }

  get state(): LinkState['state'] {
    return this.realtime.state.state;
  }

  /** Opens it, and gives the connection when it is live and its first ping is answered. */
  async live(): Promise<Peer> {
    const proved = this.proof();
    this.realtime.open();
    const peer = await this.server.next();
    await proved;
    return peer;
  }

  /** Lets as much of a wait pass as is usual after a cut, and gives the connection that came of it. */
  async liveAgain(): Promise<Peer> {
    await this.until('connecting');
    const proved = this.proof();
    await this.clock.advance(500);
    const peer = await this.server.next();
    await proved;
    return peer;
  }

  /** The next proof of life. */
  proof(): Promise<number> {
    return next(this.realtime.onDidProve);
  }

  until(state: LinkState['state']): Promise<LinkState> {
    return untilState(this.realtime, state);
  }

  /** What a stream's events brought, as they come. */
  heard(stream: Stream<readonly unknown[]>): (readonly unknown[])[] {
    const heard: (readonly unknown[])[] = [];
    this.realtime.subscribe(stream, (...args) => heard.push(args));
    return heard;
  }

  async close(): Promise<void> {
    this.realtime.dispose();
    await this.server.close();
  }
}

export const secretToken = 'the-token-of-ann';

/** A stream of a room, for tests to which it does not matter which. */
export function streamOf(event: string): Stream<readonly unknown[]> {
  return { collection: 'stream-notify-room', event };
}

export function eventOf(event: string, ...args: readonly unknown[]) {
  return {
    msg: 'changed',
    collection: 'stream-notify-room',
    id: 'id',
    fields: { eventName: event, args },
  };
}

/** Scenes that end with the test that began them. */
export function eachWithScene(): (script?: Script, options?: Partial<RealtimeOptions>) => Promise<Scene> {
  const scenes: Scene[] = [];
  afterEach(async () => {
    await Promise.all(scenes.splice(0).map((scene) => scene.close()));
  });
  return async (script, options) => {
    const scene = await Scene.start(script, options);
    scenes.push(scene);
    return scene;
  };
}
