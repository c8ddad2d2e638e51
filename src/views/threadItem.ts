import * as vscode from 'vscode';
import type { Message } from '../model/message';
import { messageContext } from '../model/messageContext';
import type { Threads } from '../model/threads';
import { explain } from '../platform/explain';
import { moreRoomCount } from './counts';
import { firstLine, marks, messageIcon, spoken, type MessageLook } from './messageItem';
import { relativeTime } from './relativeTime';
import { messageUri } from './roomDecorations';
import type { SearchNode, ThreadNode } from './roomNode';
import type { ShownMessage } from './shownMessage';

export interface ThreadLook extends MessageLook {
  readonly room: string;
  readonly now: number;
}

/** A thread among those of other rooms: what it is about, where it is, and when somebody answered last. */
export function threadItem(node: ThreadNode, message: ShownMessage, look: ThreadLook): vscode.TreeItem {
  const { room, isUnread, offers, now } = look;
  const at = threadTime(message);
  const item = new vscode.TreeItem(firstLine(message), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = node.key;
  item.contextValue = messageContext(message, isUnread, offers);
  item.iconPath = messageIcon(message, isUnread);
  item.description = `${marks(message)}${room} · ${relativeTime(at, now)}`;
  item.resourceUri = messageUri(message.id);
  item.accessibilityInformation = { label: spoken(message, isUnread, { room, at }) };
  return item;
}

/** What a thread is sorted by. */
export function threadTime({ lastReplyAt, sentAt }: Message): number {
  return lastReplyAt ?? sentAt;
}

/** That there may be more threads, and why they are not here yet. */
export function searchItem(node: SearchNode, threads: Threads): vscode.TreeItem {
  const label = searchLabel(threads);
  const item = new vscode.TreeItem(label);
  item.id = node.key;
  item.contextValue = 'search';
  const reason = heldUpBy(threads);
  item.iconPath = new vscode.ThemeIcon(icon(threads));
  if (reason === undefined) return item;
  item.description = reason;
  item.tooltip = reason;
  item.accessibilityInformation = { label: `${label}. ${reason}` };
  item.command = { command: '_rocketchat.retry', title: label, arguments: [node] };
  return item;
}

function searchLabel(threads: Threads): string {
  const { roomsToSearch: rooms } = threads;
  if (goesOn(threads)) return vscode.l10n.t('Looking in {0}', moreRoomCount(rooms));
  return rooms === 1
    ? vscode.l10n.t('1 room not looked in yet')
    : vscode.l10n.t('{0} rooms not looked in yet', rooms);
}

/** Without the focus, or before the rooms have come, it rests. */
function goesOn({ waitsForLimit, error, isSearching }: Threads): boolean {
  return isSearching && !waitsForLimit && !error;
}

function heldUpBy({ waitsForLimit, error }: Threads): string | undefined {
  if (waitsForLimit) return vscode.l10n.t('The server asks to slow down. Goes on by itself.');
  return error && explain(error);
}

function icon(threads: Threads): string {
  const { waitsForLimit, error } = threads;
  if (waitsForLimit) return 'watch';
  if (!error) return goesOn(threads) ? 'loading~spin' : 'search';
  return error.failure.kind === 'offline' ? 'debug-disconnect' : 'warning';
}
