import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import type { Live, LiveState, Whisper } from './live';
import type { Notice } from './notice';
import type { RoomId } from './room';

/** The live side of one session. */
export class LiveSide implements Live, Disposable {
  private readonly changed = new Emitter<LiveState>();
  private readonly notified = new Emitter<Notice>();
  private readonly whispered = new Emitter<Whisper>();

  readonly state: LiveState = { mode: 'off' };
  readonly onDidChange: Event<LiveState> = this.changed.event;
  readonly onDidNotify: Event<Notice> = this.notified.event;
  readonly onDidWhisper: Event<Whisper> = this.whispered.event;

  begin(): void {
    this.changed.fire(this.state);
  }

  setFocused(_isFocused: boolean): void {
    this.changed.fire(this.state);
  }

  watch(_room: RoomId): Disposable {
    return { dispose: () => undefined };
  }

  dispose(): void {
    this.changed.dispose();
    this.notified.dispose();
    this.whispered.dispose();
  }
}
