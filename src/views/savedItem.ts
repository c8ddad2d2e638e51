import * as vscode from 'vscode';
import type { Room } from '../model/room';
import type { Saved } from '../model/saved';
import { explain } from '../platform/explain';
import type { CommandId } from '../platform/ids';
import { minuteCount, moreRoomCount } from './counts';
import type { LookNode, SavedNode } from './roomNode';

/** What a look through the rooms has come to. */
export type Looking = Pick<Saved, 'roomsLeft' | 'minutesLeft' | 'isLooking' | 'error'>;

export function savedItem(node: SavedNode): vscode.TreeItem {
  const name = vscode.l10n.t('Saved');
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = node.key;
  item.contextValue = 'section.saved';
  explainRow(item, name, vscode.l10n.t('Messages that you starred, in all rooms'));
  return item;
}

/** Run, it begins to look through the rooms that are left; run again, it stops. */
export function lookItem(node: LookNode, looking: Looking | undefined): vscode.TreeItem {
  const sentence = label(looking);
  const item = new vscode.TreeItem(sentence);
  item.id = node.key;
  item.contextValue = 'look';
  if (!looking || looking.roomsLeft === 0) return item;
  const command: CommandId = '_rocketchat.lookForStars';
  item.command = { command, title: sentence, arguments: [node] };
  item.iconPath = new vscode.ThemeIcon(icon(looking));
  if (looking.isLooking) explainStop(item, sentence);
  if (!looking.error) return item;
  item.description = explain(looking.error);
  item.accessibilityInformation = { label: `${sentence}. ${item.description}` };
  return item;
}

/** A screen reader would get the tooltip alone. */
function explainRow(item: vscode.TreeItem, name: string, tooltip: string): void {
  item.tooltip = tooltip;
  item.accessibilityInformation = { label: `${name}. ${tooltip}` };
}

/** In a narrow view the end of the sentence, the time, is cut off. */
function explainStop(item: vscode.TreeItem, sentence: string): void {
  const stop = vscode.l10n.t('Run again to stop');
  explainRow(item, sentence, stop);
  item.tooltip = [sentence, stop].join('\n');
}

/** A row among those of other rooms says where it is from. */
export function nameRoom(item: vscode.TreeItem, { name }: Room): void {
  if (typeof item.description === 'string') item.description = `${name} · ${item.description}`;
  const spoken = item.accessibilityInformation?.label;
  if (spoken !== undefined) item.accessibilityInformation = { label: `${spoken}, ${name}` };
}

function label(looking: Looking | undefined): string {
  if (!looking || looking.roomsLeft === 0) return vscode.l10n.t('Nothing starred yet');
  const { roomsLeft, minutesLeft, isLooking } = looking;
  const rooms = moreRoomCount(roomsLeft);
  if (minutesLeft === 0)
    return isLooking ? vscode.l10n.t('Looking in {0}', rooms) : vscode.l10n.t('Look in {0}', rooms);
  const minutes = minuteCount(minutesLeft);
  return isLooking
    ? vscode.l10n.t('Looking in {0}, about {1}', rooms, minutes)
    : vscode.l10n.t('Look in {0}, about {1}', rooms, minutes);
}

function icon({ isLooking, error }: Looking): string {
  if (error) return 'warning';
  return isLooking ? 'loading~spin' : 'search';
}
