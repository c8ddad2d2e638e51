import type { Message } from './message';

/** What its author wrote: the links that only quote other messages are left out. Of a file, what was said of it. */
export function textOf(message: Message): string {
  return withoutQuotes(sourceOf(message));
}

/** A text in place of what its author wrote: what it quotes, it goes on quoting. */
export function rewritten(message: Message, text: string): string {
  const source = sourceOf(message);
  return source.slice(0, source.length - withoutQuotes(source).length) + text;
}

/** The server changes the description of a file, where it has one. */
function sourceOf({ text, attachments }: Message): string {
  return descriptionOf(attachments) ?? text;
}

/** As the server looks for it. */
export function descriptionOf(attachments: Message['attachments']): string | undefined {
  const description = attachments[0]?.description;
  return description === undefined || description === '' ? undefined : description;
}

/** A quote is an empty link in front. */
function withoutQuotes(text: string): string {
  return text.replace(/^(?:\[ ?\]\([^()\s]*[?&]msg=[^()\s]*\)\s*)+/, '');
}
