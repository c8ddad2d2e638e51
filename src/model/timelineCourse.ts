import type { Message, MessageId } from './message';
import type { MessageList } from './messageList';
import type { MessageStore } from './messageStore';
import { wholeFrom, type Moment, type Stretch } from './timelineStretch';

/** Where a timeline's messages come from. Rejects with `ApiError`; what it has loaded is in the store. */
export interface Course {
  /** The calls for which it may have to stand in line. */
  readonly routes: ReadonlySet<string>;
  /** Whether a message belongs in it, at whatever time it was said. */
  holds(message: Message): boolean;
  /** Shown before all others, whatever the stretch. */
  first(): Message | undefined;
  /** What is known up to the present without a gap; undefined where that is not loaded. */
  tail(): Stretch | undefined;
  /** Loads the latest page unless it is there. */
  load(): Promise<void>;
  /** Loads what comes before; answers how far back that goes, undefined for the very beginning. */
  before(moment: Moment): Promise<Moment | undefined>;
  /** Loads what comes after; answers how far that goes, undefined for the present. */
  after(moment: Moment): Promise<Moment | undefined>;
  /** Undefined where it is not there any more, or belongs elsewhere. */
  find(id: MessageId): Promise<Message | undefined>;
}

/** What a list that begins with the newest page has loaded. */
export function tailOf(list: MessageList, store: MessageStore): Stretch | undefined {
  if (!list.hasLoaded) return undefined;
  if (!list.hasMore) return {};
  const messages = list.ids.flatMap((id) => store.get(id) ?? []);
  return messages.length > 0 ? { low: wholeFrom(messages) } : undefined;
}

/** A list keeps its error to itself; here somebody waits for it. */
export async function loadList(list: MessageList): Promise<void> {
  await list.load();
  // One that nobody waited for may have failed without a word.
  if (!list.hasLoaded && !list.error) await list.load();
  if (!list.hasLoaded && list.error) throw list.error;
}

export async function loadMore(list: MessageList): Promise<void> {
  await list.more();
  if (list.state === 'failed' && list.error) throw list.error;
}
