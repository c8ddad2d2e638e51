import * as vscode from 'vscode';
import { postingObstacle, type Room } from '../model/room';
import { roomIcons } from './roomItem';

/** What can be picked: a room of mine, what the server found, or an answer to a question of ours. */
export type Target =
  | { readonly kind: 'room'; readonly room: Room }
  /** Used last here, before the rooms have come. */
  | { readonly kind: 'remembered'; readonly id: string }
  | { readonly kind: 'person'; readonly username: string }
  | { readonly kind: 'notJoined' | 'join'; readonly id: string; readonly name: string }
  | { readonly kind: 'back' };

export interface TargetItem extends vscode.QuickPickItem {
  readonly target: Target;
  /** Why nothing can be posted there, as a sentence. */
  readonly obstacle?: string;
}

export type PickItem = TargetItem | (vscode.QuickPickItem & { readonly target?: undefined });

/** What the server found beyond my rooms. */
export interface Found {
  readonly people: readonly { readonly username: string; readonly name?: string }[];
  readonly channels: readonly { readonly _id: string; readonly name?: string; readonly fname?: string }[];
}

/** The room used last, then my rooms by activity, then those where I cannot post. */
export function allItems(rooms: readonly Room[], last: LastRoom | undefined): PickItem[] {
  const { open, closed } = byActivity(rooms);
  const lastRoom = open.find(({ id }) => id === last?.id);
  const others = open.filter((room) => room !== lastRoom);
  return [
    ...section(vscode.l10n.t('used last here'), lastItems(rooms, lastRoom, last)),
    ...section(vscode.l10n.t('rooms'), others.map(roomItem)),
    ...section(vscode.l10n.t('no posting here'), closed.map(closedItem)),
  ];
}

export interface LastRoom {
  readonly id: string;
  readonly name: string;
}

/** My rooms that match, the best first; then what the server found; then those where I cannot post. */
export function matchingItems(rooms: readonly Room[], typed: string, found: Found): PickItem[] {
  const matching = matchesFor(rooms, typed);
  const { open, closed } = byActivity(matching);
  const mine = new Set<string>(rooms.map(({ id }) => id));
  return [
    ...open.sort((a, b) => rank(a, typed) - rank(b, typed)).map(roomItem),
    ...found.people.map(personItem),
    ...found.channels.filter(({ _id }) => !mine.has(_id)).map(channelItem),
    ...closed.map(closedItem),
  ];
}
