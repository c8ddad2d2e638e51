import type { FromPage } from './protocol/conversation';

interface Tagged {
  readonly type: string;
}

/** What is done about each message of a page that is for one part. */
export type Handlers<Message extends Tagged = FromPage> = {
  readonly [Tag in Message['type']]?: (message: Extract<Message, { type: Tag }>) => void;
};

/** False where the message is not among them. */
export function handle<Message extends Tagged>(message: Message, handlers: Handlers<Message>): boolean {
  const tag: Message['type'] = message.type;
  // Each is listed under the tag of the messages that it takes.
  const take = handlers[tag] as ((message: Message) => void) | undefined;
  take?.(message);
  return take !== undefined;
}
