import * as vscode from 'vscode';
import type { Room, RoomKind } from '../model/room';
import type { SectionKind } from '../model/sections';
import { typingText } from '../platform/typingText';
import { mentionCount, roomCount, unreadThreadCount } from './counts';
import { roomUri } from './roomDecorations';
import type { RoomNode, SectionNode } from './roomNode';

export function sectionItem(node: SectionNode, rooms: number): vscode.TreeItem {
  const item = new vscode.TreeItem(sectionLabel(node.section), vscode.TreeItemCollapsibleState.Expanded);
  item.id = node.key;
  item.contextValue = `section.${node.section}`;
  if (rooms === 0) item.description = vscode.l10n.t('none');
  item.accessibilityInformation = { label: `${sectionLabel(node.section)}, ${roomCount(rooms)}` };
  return item;
}

export interface RoomLook {
  /** The names of those who type there just now. */
  readonly typing: readonly string[];
  /** What menus look at. */
  readonly contextValue: string;
}

export function roomItem(node: RoomNode, room: Room, { typing, contextValue }: RoomLook): vscode.TreeItem {
  const doing = typingText(typing);
  const item = new vscode.TreeItem(room.name, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = node.key;
  item.contextValue = contextValue;
  item.iconPath = new vscode.ThemeIcon(roomIcons[room.kind]);
  item.resourceUri = roomUri(room.id);
  item.description = [mentionText(room), doing].filter((part) => part !== undefined).join(' · ');
  item.tooltip = roomTooltip(room);
  item.accessibilityInformation = { label: spoken(room, doing) };
  return item;
}

function sectionLabel(section: SectionKind): string {
  switch (section) {
    case 'unread':
      return vscode.l10n.t('Unread');
    case 'favorites':
      return vscode.l10n.t('Favorites');
    case 'teams':
      return vscode.l10n.t('Teams');
    case 'discussions':
      return vscode.l10n.t('Discussions');
    case 'channels':
      return vscode.l10n.t('Channels');
    case 'directMessages':
      return vscode.l10n.t('Direct Messages');
    case 'rooms':
      return vscode.l10n.t('Rooms');
  }
}

export const roomIcons: Readonly<Record<RoomKind, string>> = {
  channel: 'symbol-numeric',
  group: 'lock',
  direct: 'account',
  directGroup: 'organization',
  self: 'note',
  discussion: 'comment-discussion',
  team: 'organization',
  omnichannel: 'headset',
};

function mentionText(room: Room): string | undefined {
  const mentions = room.mentions + room.groupMentions;
  return mentions > 0 && !room.hidesMentions ? `@${mentions}` : undefined;
}

function roomTooltip(room: Room): string {
  return [
    room.topic ? `${room.name}: ${room.topic}` : room.name,
    kindTexts[room.kind](),
    ...states(room),
  ].join('\n');
}

function spoken(room: Room, doing: string | undefined): string {
  const words = [room.name, kindTexts[room.kind](), ...states(room), doing];
  return words.filter((word) => word !== undefined).join(', ');
}

function states(room: Room): string[] {
  return [...waiting(room), ...nature(room)].filter((state) => state !== false);
}

function waiting(room: Room): (string | false)[] {
  const mentions = room.hidesMentions ? 0 : room.mentions + room.groupMentions;
  return [
    !room.hidesUnread && unreadText(room),
    mentions > 0 && mentionCount(mentions),
    room.unreadThreads.length > 0 && unreadThreadCount(room.unreadThreads.length),
  ];
}

/** Some rooms count only mentions, and still have something unread. */
function unreadText(room: Room): string | false {
  if (room.unread > 0) return vscode.l10n.t('{0} unread', room.unread);
  return room.hasUnread && vscode.l10n.t('unread messages');
}

function nature(room: Room): (string | false)[] {
  return [
    room.isFavorite && vscode.l10n.t('favorite'),
    room.isMuted && vscode.l10n.t('muted'),
    room.isArchived && vscode.l10n.t('archived'),
    room.isEncrypted && vscode.l10n.t('encrypted, cannot be read here'),
    room.silence === 'readOnly' && vscode.l10n.t('read-only'),
  ];
}

const kindTexts: Readonly<Record<RoomKind, () => string>> = {
  channel: () => vscode.l10n.t('channel'),
  group: () => vscode.l10n.t('private group'),
  direct: () => vscode.l10n.t('direct message'),
  directGroup: () => vscode.l10n.t('direct message with several people'),
  self: () => vscode.l10n.t('messages to myself'),
  discussion: () => vscode.l10n.t('discussion'),
  team: () => vscode.l10n.t('team'),
  omnichannel: () => vscode.l10n.t('customer conversation'),
};
