import type { Client } from '../api/client';
import type { Clock } from '../base/clock';
import { Emitter, type Disposable, type Event } from '../base/event';

/** How long the server's limit keeps calls of some routes waiting, second by second. */
export class Waits implements Disposable {
  private readonly changed = new Emitter<void>();
  private readonly listening: Disposable;
  private timer: Disposable | undefined;
  private until = 0;

  readonly onDidChange: Event<void> = this.changed.event;

  constructor(
    client: Pick<Client, 'onDidWait'>,
    private readonly clock: Clock,
    routes: RegExp,
  ) {
    this.listening = client.onDidWait(({ route, until }) => {
      if (routes.test(route)) this.wait(until.getTime());
    });
  }

  /** In whole seconds from now; undefined where nothing waits. */
  get seconds(): number | undefined {
    const left = this.until - this.clock.now();
    return left > 0 ? Math.ceil(left / 1000) : undefined;
  }

  dispose(): void {
    this.timer?.dispose();
    this.listening.dispose();
    this.changed.dispose();
  }

  private wait(until: number): void {
    this.until = Math.max(this.until, until);
    this.timer?.dispose();
    this.tick();
  }

  private tick(): void {
    const left = this.until - this.clock.now();
    this.timer = left > 0 ? this.clock.after(left % 1000 || 1000, () => this.tick()) : undefined;
    this.changed.fire();
  }
}
