import * as vscode from 'vscode';
import type { Message } from '../model/message';
import { shortened } from '../model/messageText';
import { plainText } from '../platform/plainText';
import { firstLine } from './messageItem';
import { relativeTime } from './relativeTime';
import type { ShownMessage } from './shownMessage';

export interface SearchRow extends vscode.QuickPickItem {
  readonly message?: Message;
  /** Goes into the box, for the person to go on. */
  readonly insert?: string;
  /** A row that is no message. */
  readonly act?: 'search' | 'more' | 'everywhere';
}

/** A message with what is around the hit, who wrote it and when; with its room where there are several. */
export function foundRow(message: ShownMessage, typed: string, room: string | undefined): SearchRow {
  const where = room === undefined ? [] : [room];
  const detail = [message.author.name, ...where, relativeTime(message.sentAt, Date.now())].join(' · ');
  const label = plainText(aroundHit(lineOf(message, typed), typed));
  // The server has found it already: VS Code must not look again.
  return { message, label, detail: plainText(detail), alwaysShow: true };
}

/** The words that the server takes for more than text; picking one writes it into the box. */
export function searchWords(): SearchRow[] {
  const words: readonly [string, string][] = [
    ['from:me', vscode.l10n.t('Messages that I wrote')],
    ['from:', vscode.l10n.t('Messages of somebody, by user name')],
    ['mention:', vscode.l10n.t('Messages that mention somebody, by user name')],
    ['has:star', vscode.l10n.t('Messages that I starred')],
    ['has:pin', vscode.l10n.t('Pinned messages')],
    ['has:url', vscode.l10n.t('Messages with a link')],
    ['file-title:', vscode.l10n.t('Messages with a file of that name')],
    ['file-desc:', vscode.l10n.t('Messages with a file that is described so')],
    ['before:', vscode.l10n.t('Sent before a day: dd/mm/yyyy')],
    ['after:', vscode.l10n.t('Sent after a day: dd/mm/yyyy')],
    ['on:', vscode.l10n.t('Sent on a day: dd/mm/yyyy')],
    ['order:asc', vscode.l10n.t('The oldest first')],
  ];
  return words.map(([label, description]) => {
    const insert = label.endsWith(':') ? label : `${label} `;
    return { label, description, insert, alwaysShow: true };
  });
}

/** The line of the text that has the hit; else what any row says of the message. */
function lineOf(message: ShownMessage, typed: string): string {
  if (message.isIgnored) return firstLine(message);
  const hit = hitOf(typed);
  const line = message.text.split('\n').find((one) => hit !== undefined && indexOf(one, hit) >= 0);
  return line?.trim() ?? firstLine(message);
}

const before = 30;

function aroundHit(line: string, typed: string): string {
  const hit = hitOf(typed);
  const at = hit === undefined ? -1 : indexOf(line, hit);
  const start = at > before ? Math.max(0, line.lastIndexOf(' ', at - before) + 1) : 0;
  return shortened(start > 0 ? `…${line.slice(start)}` : line);
}

/** The longest word of what was typed: the server finds stems, so that the whole need not stand there. */
function hitOf(typed: string): string | undefined {
  const words = typed.split(/\s+/).filter((word) => !word.includes(':') && word.length > 1);
  return words.sort((one, other) => other.length - one.length)[0];
}

function indexOf(line: string, word: string): number {
  return line.toLowerCase().indexOf(word.toLowerCase());
}
