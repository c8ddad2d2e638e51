import type { WireMessage } from '../api/wire';
import type { Clock } from '../base/clock';
import type { Disposable } from '../base/event';
import type { Files } from './files';
import { keptMessage } from './keptMessage';
import type { Message } from './message';
import { isRecord, records } from './parse';
import { roomId } from './room';
import { sealed, unsealed } from './seal';
import type { KnownRoom } from './threadCoverage';

/** The rooms in which threads are known, and the first messages of those threads. */
export interface ThreadsContent<Kept> {
  readonly rooms: readonly KnownRoom[];
  readonly messages: readonly Kept[];
}

export interface KeptThreadsOptions {
  readonly clock: Clock;
  readonly me: string;
  readonly files?: Files;
}

const name = 'threads.json';
const schema = 1;
const most = 1000;
const saveAfterMs = 30_000;
const saveSoonMs = 2_000;

/** The threads as they are kept on this machine, if anything is. */
export class KeptThreads implements Disposable {
  private timer: Disposable | undefined;
  private dueAt = Infinity;

  constructor(
    private readonly options: KeptThreadsOptions,
    private readonly content: () => ThreadsContent<Message>,
  ) {}

  /** Undefined where there is nothing, or nothing of use. */
  async read(): Promise<ThreadsContent<WireMessage> | undefined> {
    const text = await this.options.files?.read(name);
    return text === undefined ? undefined : contentOf(text);
  }

  /** There is something new to keep: not every change is worth a write. */
  touch(): void {
    this.saveWithin(saveAfterMs);
  }

  /** As `touch`, for what would cost a call to find out again. */
  touchSoon(): void {
    this.saveWithin(saveSoonMs);
  }

  /** Writes down at once what is new. */
  save(): void {
    if (!this.timer) return;
    this.stop();
    void this.options.files?.write(name, this.text());
  }

  /** A window that closes writes what is new; files of an account that signs out take nothing any more. */
  dispose(): void {
    this.save();
  }

  private saveWithin(ms: number): void {
    const { clock, files } = this.options;
    const due = clock.now() + ms;
    if (!files || due >= this.dueAt) return;
    this.stop();
    this.dueAt = due;
    this.timer = clock.after(ms, () => this.save());
  }

  private stop(): void {
    this.timer?.dispose();
    this.timer = undefined;
    this.dueAt = Infinity;
  }

  /** Rooms of messages that are too many to be kept count as not looked in. */
  private text(): string {
    const { rooms, messages } = this.content();
    const cutOff = new Set(messages.slice(most).map(({ room }) => room));
    const content: ThreadsContent<WireMessage> = {
      rooms: rooms.filter(({ room }) => !cutOff.has(room)),
      messages: messages.slice(0, most).map((message) => keptMessage(message, this.options.me)),
    };
    return sealed({ version: schema, savedAt: this.options.clock.now(), content });
  }
}

function contentOf(text: string): ThreadsContent<WireMessage> | undefined {
  const file = unsealed(text);
  if (file?.version !== schema || !isRecord(file.content)) return undefined;
  const { rooms, messages } = file.content;
  return {
    rooms: records(rooms).flatMap(knownRoom),
    // Each is looked at by `messageFromWire`.
    messages: records(messages) as unknown as readonly WireMessage[],
  };
}

function knownRoom({ room, until }: Readonly<Record<string, unknown>>): readonly KnownRoom[] {
  return typeof room === 'string' && typeof until === 'number' ? [{ room: roomId(room), until }] : [];
}
