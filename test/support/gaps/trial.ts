import type { Disposable } from '../../../src/base/event';
import { roomId } from '../../../src/model/room';
import { startServer, type StandIn } from '../../server/server';
import { Busy } from './activity';
import { Chance } from './chance';
import { town, townRooms } from './town';
import { assertTruth } from './truth';
import { listsIn, Witness } from './witness';

const steps = 14;
const start = Date.parse('2026-03-02T09:00:00.000Z');

/** Trials one after another over the same server; its time moves on by a little with each look at it. */
export class GapTrials {
  private constructor(
    private readonly server: StandIn,
    private readonly time: { now: number },
  ) {}

  static async begin(): Promise<GapTrials> {
    const time = { now: start };
    const server = await startServer({ data: town(), limiter: false, wallClock: () => (time.now += 1) });
    return new GapTrials(server, time);
  }

  /** Fails unless the session ends up with what the server has; what had happened is in the error. */
  async run(seed: number): Promise<void> {
    this.time.now = start;
    this.server.reset();
    const trial = new Trial(this.server, this.time, new Chance(seed));
    try {
      await trial.run();
    } catch (error) {
      throw new Error(`GAP_SEED=${seed}: ${trial.story.join(', ')}`, { cause: error });
    } finally {
      trial.dispose();
    }
  }

  end(): Promise<void> {
    return this.server.close();
  }
}

class Trial {
  readonly story: string[] = [];
  private readonly witness: Witness;
  private readonly busy: Busy;
  private readonly watches = new Map<string, Disposable>();

  constructor(
    private readonly server: StandIn,
    private readonly time: { now: number },
    private readonly chance: Chance,
  ) {
    this.witness = new Witness(server);
    this.busy = new Busy(server, chance);
  }

  async run(): Promise<void> {
    this.witness.session.live.begin();
    await this.witness.settle();
    await this.load();
    for (let step = 0; step < steps; step++) await this.step();
    await this.end();
    await assertTruth(this.server, this.witness.session);
  }

  dispose(): void {
    this.witness.dispose();
  }

  private async step(): Promise<void> {
    const mischief = this.chance.pick(Object.keys(mischiefs)) ?? '';
    this.story.push(mischief);
    mischiefs[mischief]?.(this);
    for (let deeds = this.chance.below(4); deeds > 0; deeds--) {
      this.time.now += this.chance.below(4_000);
      this.story.push(await this.busy.act());
    }
    await this.witness.pass(this.chance.below(3) === 0 ? 250 * this.chance.below(120) : 0);
  }

  /** All is well again, and everything that was loaded is looked at. */
  private async end(): Promise<void> {
    const { sockets } = this.server;
    sockets.accept();
    sockets.calm();
    sockets.thaw();
    this.witness.session.live.setFocused(true);
    for (const room of townRooms) this.watch(room);
    await this.witness.settle();
  }

  private async load(): Promise<void> {
    const { session } = this.witness;
    const rooms = townRooms.filter((room) => session.rooms.get(roomId(room)) && this.chance.below(4) > 0);
    for (const room of rooms) if (this.chance.below(2) === 0) this.watch(room);
    const lists = [...listsIn(session)].filter(([name]) =>
      rooms.some((room) => name.endsWith(` of ${room}`)),
    );
    await Promise.all(lists.map(([, list]) => list.load()));
  }

  watch(room: string): void {
    if (!this.watches.has(room)) this.watches.set(room, this.witness.session.live.watch(roomId(room)));
  }

  unwatch(room: string): void {
    this.watches.get(room)?.dispose();
    this.watches.delete(room);
  }

  get sockets() {
    return this.server.sockets;
  }

  get live() {
    return this.witness.session.live;
  }

  get room(): string {
    return this.busy.room;
  }

  get seed(): number {
    return this.chance.below(1_000_000);
  }
}

const mischiefs: Readonly<Record<string, (trial: Trial) => void>> = {
  'no mischief': () => undefined,
  cut: ({ sockets }) => sockets.cut(),
  freeze: ({ sockets }) => sockets.freeze(),
  thaw: ({ sockets }) => sockets.thaw(),
  refuse: ({ sockets }) => sockets.refuse('refuse'),
  accept: ({ sockets }) => sockets.accept(),
  disturb: ({ sockets, seed }) => sockets.disturb({ repeat: 0.3, reorder: 0.3, seed }),
  calm: ({ sockets }) => sockets.calm(),
  look: (trial) => trial.watch(trial.room),
  'look away': (trial) => trial.unwatch(trial.room),
  'other window': ({ live }) => live.setFocused(false),
  'this window': ({ live }) => live.setFocused(true),
};
