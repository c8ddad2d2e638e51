import type { WireAttachment } from '../api/wire';
import type { Message } from './message';
import { plainLine } from './plainText';
import { treeText } from './treeText';

/** What a message says in one line; what is no text of a person is left to the view to put in words. */
export type Summary =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'system'; readonly type: string; readonly parameter: string }
  | { readonly kind: 'encrypted' | 'deleted' | 'empty' };

/** Longer than any row is wide. */
const maxLength = 300;

/** The first line of readable text, without markup: of the message, else of what is attached to it. */
export function summaryOf(message: Message): Summary {
  switch (message.kind) {
    case 'deleted':
    case 'encrypted':
      return { kind: message.kind };
    case 'system':
      return { kind: 'system', type: message.type ?? '', parameter: message.text };
    case 'said': {
      const line = lineOf(message);
      return line === '' ? { kind: 'empty' } : { kind: 'text', text: shortened(line) };
    }
  }
}

function lineOf({ tree = [], text, attachments, files }: Message): string {
  return firstOf([
    () => firstLine(treeText(tree)),
    () => plainLine(text),
    ...attachments.map((attachment) => () => attachmentLine(attachment)),
    ...files.map((file) => () => file.name),
  ]);
}

function attachmentLine({ title = '', md = [], text = '', description = '' }: WireAttachment): string {
  return firstOf([
    () => title,
    () => firstLine(treeText(md)),
    () => plainLine(text),
    () => plainLine(description),
  ]);
}

function firstOf(lines: readonly (() => string)[]): string {
  for (const line of lines) {
    const found = line().trim();
    if (found !== '') return found;
  }
  return '';
}

function firstLine(text: string): string {
  return firstOf(text.split('\n').map((line) => () => line));
}

/** In one line, and no longer than that. */
export function shortened(line: string, length = maxLength): string {
  const plain = line.replace(/[\s\p{Cc}]+/gu, ' ');
  // Half a character is no character.
  return plain.length <= length ? plain : `${plain.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
