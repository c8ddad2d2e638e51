import type { WireMessage } from '../api/wire';
import type { Clock } from '../base/clock';
import type { Files } from './files';
import { keptMessage } from './keptMessage';
import { messageFromWire, type Message } from './message';
import { isRecord, optionalText, optionalTime, parsed, records } from './parse';
import { roomId, type RoomId } from './room';
import { sealed, unsealed } from './seal';

/** What is known of my stars: the messages, and which rooms were looked through when. */
export interface KeptStars {
  readonly messages: readonly Message[];
  /** ms since the epoch. */
  readonly looked: ReadonlyMap<RoomId, number>;
}

const fileName = 'saved.json';
/** Of what the file holds: one of another version is not read. */
const version = 1;

/** My stars on this machine, so that what was looked for once need not be looked for again. */
export class SavedFile {
  constructor(
    private readonly files: Files | undefined,
    private readonly clock: Clock,
    private readonly me: string,
  ) {}

  /** Nothing where there is none, or none that can be used. */
  async read(): Promise<KeptStars | undefined> {
    const text = await this.files?.read(fileName);
    const kept = text === undefined ? undefined : unsealed(text);
    if (kept?.version !== version || !isRecord(kept.content)) return undefined;
    const { messages, looked } = kept.content;
    return {
      // What they claim to be is for `messageFromWire` to look at.
      messages: parsed(records(messages) as unknown as readonly WireMessage[], (wire) =>
        messageFromWire(wire, this.me),
      ),
      looked: new Map(records(looked).flatMap((entry) => lookedFrom(entry))),
    };
  }

  async write({ messages, looked }: KeptStars): Promise<void> {
    const content = {
      messages: messages.map((message) => keptMessage(message, this.me)),
      looked: [...looked].map(([room, at]) => ({ room, at: new Date(at).toISOString() })),
    };
    await this.files?.write(fileName, sealed({ version, savedAt: this.clock.now(), content }));
  }
}

function lookedFrom({ room, at }: Readonly<Record<string, unknown>>): [RoomId, number][] {
  const [id, time] = [optionalText(room), optionalTime(at)];
  return id === undefined || time === undefined ? [] : [[roomId(id), time]];
}
