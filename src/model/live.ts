import type { Disposable, Event } from '../base/event';
import type { MessageId } from './message';
import type { Notice } from './notice';
import type { RoomId } from './room';

/**
 * How the model learns what happens. `live`: told at once. `polling`: asks now and then, and why: switched off by the
 * person (`setting`), a host without WebSocket (`unsupported`), or something on the way that lets none through
 * (`blocked`). `offline`: the server cannot be reached at all.
 */
export type LiveState =
  | { readonly mode: 'off' | 'connecting' | 'live' | 'offline' }
  | { readonly mode: 'polling'; readonly reason: PollReason };

export type PollReason = 'setting' | 'unsupported' | 'blocked';

/** What the server says to this person alone, mostly why something did not work. It is stored nowhere. */
export interface Whisper {
  readonly room: RoomId;
  readonly thread?: MessageId;
  /** Plain. */
  readonly text: string;
}

/** The live side of one session. */
export interface Live {
  readonly state: LiveState;
  readonly onDidChange: Event<LiveState>;
  /** What the server wants shown, in the order of arrival; never the same message twice. */
  readonly onDidNotify: Event<Notice>;
  /** For others to show; a REST call of ours that failed says the same by its error. */
  readonly onDidWhisper: Event<Whisper>;
  /** In which room somebody has begun to type, or has stopped. */
  readonly onDidChangeTyping: Event<RoomId>;
  /** Goes live, or polls where that cannot be had. Nothing is asked before. */
  begin(): void;
  /** Whether this window has the focus: without it, only what badges need is asked for. */
  setFocused(isFocused: boolean): void;
  /** Follows deletions and activity in a room as long as somebody looks at it; what was missed is asked for first. */
  watch(room: RoomId): Disposable;
  /** The others who are typing there, by name, the first to begin first. Known of the room in hand alone. */
  typing(room: RoomId): readonly string[];
  /** Tells the others there that I type, or have stopped; said again every few seconds. Nobody waits for it. */
  tellTyping(room: RoomId, mine: { readonly name: string; readonly isTyping: boolean }): void;
}
