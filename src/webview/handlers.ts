import type { FromPage } from './protocol/conversation';

/** What is done about each message of a page that is for one part. */
export type Handlers = {
  readonly [Tag in FromPage['type']]?: (message: Extract<FromPage, { type: Tag }>) => void;
};

/** False where the message is not among them. */
export function handle(message: FromPage, handlers: Handlers): boolean {
  // Each is listed under the tag of the messages that it takes.
  const take = handlers[message.type] as ((message: FromPage) => void) | undefined;
  take?.(message);
  return take !== undefined;
}
