import type { Message } from './message';

/** What its author wrote: the links that only quote other messages are left out. Of a file, what was said of it. */
export function textOf(message: Message): string {
  return withoutQuotes(sourceOf(message));
}

/** Another text in place of that one: what the message quotes, it goes on quoting. */
export function rewritten(message: Message, text: string): string {
  const source = sourceOf(message);
  return source.slice(0, source.length - withoutQuotes(source).length) + text;
}

/** Whether its text says something of a file: then the server changes that, and not the message's own. */
export function describes({ attachments }: Message): boolean {
  return (attachments[0]?.description ?? '') !== '';
}

/** As the server stores it, quotes and all. */
export function sourceOf(message: Message): string {
  return describes(message) ? (message.attachments[0]?.description ?? '') : message.text;
}

/** A quote is an empty link in front. */
function withoutQuotes(text: string): string {
  return text.replace(/^(?:\[ ?\]\([^()\s]*[?&]msg=[^()\s]*\)\s*)+/, '');
}
