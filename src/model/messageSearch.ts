import { ApiError } from '../api/errors';
import type { Message } from './message';
import type { Room, RoomId } from './room';
import type { Session } from './session';

/** What a person looks for, as they typed it. */
export interface SearchTerms {
  readonly text: string;
  readonly isRegExp: boolean;
  readonly matchesCase: boolean;
}

/** Words of the server's own that it takes out of the text, with what follows the colon. */
const filter =
  /(?:^|\s)((?:from|mention|has|is|label|file-desc|file-title|before|after|on|order):(?:"[^"]*"|\S+))/g;

/**
 * The `searchText` of `chat.search`. Neither toggle: as typed, which finds whole words. A regular expression is sent as
 * `/…/i`, with case as `/…/`; case alone, as an expression that means just the text. Words like `from:me` stay words.
 */
export function searchText({ text, isRegExp, matchesCase }: SearchTerms): string {
  const typed = text.trim();
  if (!isRegExp && !matchesCase) return typed;
  const filters = [...typed.matchAll(filter)].map(([, word]) => word);
  const rest = typed.replace(filter, '').trim();
  if (rest === '') return typed;
  const pattern = isRegExp ? rest : rest.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  // The server cuts at each slash, escaped or not.
  const safe = pattern.replace(/\\?\//g, '\\x2F');
  return [...filters, `/${safe}/${matchesCase ? '' : 'i'}`].join(' ');
}

/** Why a search came to nothing; what was found before stays. */
export interface SearchProblem {
  readonly error: ApiError;
  readonly room: Room;
}

const pageSize = 30;

/** One search, in one room or one room after the other. Its loads never throw an `ApiError`. */
export class MessageSearch {
  private readonly results: Message[] = [];
  private readonly seen = new Set<string>();
  private readonly ahead: { readonly room: Room; offset: number }[];
  problem: SearchProblem | undefined;

  constructor(
    private readonly session: Pick<Session, 'client' | 'receive'>,
    readonly rooms: readonly Room[],
    private readonly terms: SearchTerms,
  ) {
    this.ahead = rooms.map((room) => ({ room, offset: 0 }));
  }

  /** The latest first; of several rooms, room by room. */
  get found(): readonly Message[] {
    return this.results;
  }

  get hasMore(): boolean {
    return this.ahead.length > 0;
  }

  /** Which room is next to be asked. */
  get next(): Room | undefined {
    return this.ahead[0]?.room;
  }

  /** One page more. A room that may not be searched is passed over where there are others. */
  async more(signal: AbortSignal): Promise<void> {
    const [next] = this.ahead;
    if (!next) return;
    this.problem = undefined;
    try {
      const wires = await this.page(next.room.id, next.offset, signal);
      // No total is told: a page that is not full is the last.
      if (wires.length < pageSize) this.ahead.shift();
      else next.offset += wires.length;
      this.take(this.session.receive(wires));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.problem = { error, room: next.room };
      if (error.failure.kind === 'forbidden') this.ahead.shift();
    }
  }

  private async page(roomId: RoomId, offset: number, signal: AbortSignal) {
    const query = { roomId, searchText: searchText(this.terms), count: pageSize, offset };
    return (await this.session.client.chat.search(query, { signal })).messages;
  }

  private take(messages: readonly Message[]): void {
    for (const message of messages) {
      if (this.seen.has(message.id)) continue;
      this.seen.add(message.id);
      this.results.push(message);
    }
  }
}

/** Where somebody who does not know the room looks: in those where something was said last. */
export function latestRooms(rooms: readonly Room[], limit: number): readonly Room[] {
  return [...rooms].sort((one, other) => other.lastActivity - one.lastActivity).slice(0, limit);
}
