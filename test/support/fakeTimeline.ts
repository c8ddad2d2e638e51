import type { ApiError } from '../../src/api/errors';
import { Emitter } from '../../src/base/event';
import type { Message, MessageId } from '../../src/model/message';
import type { Place } from '../../src/model/place';
import type { Timeline, TimelineEnd, TimelineState } from '../../src/model/timeline';

/** A timeline that has what the test says, and records what it was asked for. */
export class FakeTimeline implements Timeline {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;
  readonly asked: string[] = [];
  messages: readonly Message[] = [];
  state: TimelineState = 'idle';
  hasOlder = false;
  hasNewer = false;
  loading?: TimelineEnd;
  failed?: TimelineEnd;
  error?: ApiError;

  constructor(readonly place: Place) {}

  /** It has these from now on. */
  show(...messages: readonly Message[]): void {
    this.messages = messages;
    this.state = 'ready';
    this.changed.fire();
  }

  open = () => this.ask('open');
  older = () => this.ask('older');
  newer = () => this.ask('newer');
  latest = () => this.ask('latest');
  retry = () => this.ask('retry');

  async around(message: MessageId): Promise<boolean> {
    await this.ask(`around ${message}`);
    return false;
  }

  dispose(): void {
    this.asked.push('dispose');
  }

  private ask(what: string): Promise<void> {
    this.asked.push(what);
    return Promise.resolve();
  }
}
