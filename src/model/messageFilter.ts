import type { Message } from './message';

/** Finds messages by what a person remembers of them. */
export interface MessageFilter {
  /** As it was typed. */
  readonly text: string;
  matches(message: Message): boolean;
}

/** By text, author, names of files and titles of attachments; capitals and accents make no difference. */
export function messageFilter(text: string): MessageFilter {
  const wanted = folded(text.trim());
  return {
    text: text.trim(),
    matches: (message) => wordsOf(message).some((words) => folded(words).includes(wanted)),
  };
}

function wordsOf({ text, author, files, attachments }: Message): string[] {
  return [
    text,
    author.name,
    author.username,
    author.realName ?? '',
    ...files.map(({ name }) => name),
    ...attachments.map(({ title = '' }) => title),
  ];
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
