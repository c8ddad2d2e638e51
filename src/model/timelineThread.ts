import { failureOf } from '../api/errors';
import type { Message, MessageId } from './message';
import type { MessageList } from './messageList';
import type { ListSource } from './messageLists';
import { loadList, loadMore, tailOf, type Course } from './timelineCourse';
import type { Moment, Stretch } from './timelineStretch';

/** The replies of a thread after its first message: pages of the list of replies, from its newest one back. */
export class ThreadCourse implements Course {
  readonly routes = new Set(['GET chat.getThreadMessages', 'GET chat.getMessage']);

  constructor(
    private readonly source: ListSource,
    private readonly thread: MessageId,
    private readonly replies: MessageList,
  ) {}

  holds(message: Message): boolean {
    return message.thread === this.thread;
  }

  first(): Message | undefined {
    return this.source.messages.get(this.thread);
  }

  tail(): Stretch | undefined {
    return tailOf(this.replies, this.source.messages);
  }

  load(): Promise<void> {
    return loadList(this.replies);
  }

  async before(): Promise<Moment | undefined> {
    await loadMore(this.replies);
    return this.tail()?.low;
  }

  /** All that is after any reply that is known is known too. */
  after(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async find(id: MessageId): Promise<Message | undefined> {
    const found = await findMessage(this.source, id);
    if (!found || !this.holds(found)) return undefined;
    await this.load();
    while (!this.replies.has(id) && this.replies.hasMore) await loadMore(this.replies);
    return this.replies.has(id) ? found : undefined;
  }
}

/** The message, whether it is known already or not; undefined where there is none for this person. */
export async function findMessage(source: ListSource, id: MessageId): Promise<Message | undefined> {
  const known = source.messages.get(id);
  if (known) return known;
  try {
    const { message } = await source.client.chat.getMessage({ msgId: id }, { signal: source.signal });
    return source.receive([message])[0];
  } catch (error) {
    const kind = failureOf(error)?.kind;
    if (kind === 'notFound' || kind === 'forbidden') return undefined;
    throw error;
  }
}
