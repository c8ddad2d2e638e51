import { Emitter } from '../../src/base/event';
import type { Live, LiveState, Whisper } from '../../src/model/live';
import type { Notice } from '../../src/model/notice';
import type { RoomId } from '../../src/model/room';
import type { Session } from '../../src/model/session';

/** A live side that knows what the test says. */
export class FakeLive implements Live {
  private readonly changed = new Emitter<LiveState>();
  private readonly notified = new Emitter<Notice>();
  private readonly whispered = new Emitter<Whisper>();
  private readonly typingChanged = new Emitter<RoomId>();
  private readonly typists = new Map<RoomId, readonly string[]>();

  state: LiveState = { mode: 'live' };
  readonly onDidChange = this.changed.event;
  readonly onDidNotify = this.notified.event;
  readonly onDidWhisper = this.whispered.event;
  readonly onDidChangeTyping = this.typingChanged.event;

  begin(): void {
    this.become({ mode: 'live' });
  }

  setFocused(): void {
    // Nobody is asked anything here.
  }

  watch(): { dispose(): void } {
    return { dispose: () => undefined };
  }

  typing(room: RoomId): readonly string[] {
    return this.typists.get(room) ?? [];
  }

  tellTyping(): void {
    // Nobody is told anything here.
  }

  become(state: LiveState): void {
    this.state = state;
    this.changed.fire(state);
  }

  notify(notice: Notice): void {
    this.notified.fire(notice);
  }

  whisper(whisper: Whisper): void {
    this.whispered.fire(whisper);
  }

  /** Who is typing there from now on. */
  setTyping(room: RoomId, ...names: readonly string[]): void {
    this.typists.set(room, names);
    this.typingChanged.fire(room);
  }
}

/** Gives the session such a live side, before anybody has listened to its own. */
export function withFakeLive(session: Session): FakeLive {
  const live = new FakeLive();
  Object.defineProperty(session, 'live', { value: live });
  return live;
}
