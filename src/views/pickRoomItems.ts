import * as vscode from 'vscode';
import { postingObstacle, type Room } from '../model/room';
import { plainText } from '../platform/plainText';
import { shortObstacle } from './pickRoomObstacle';
import { roomIcons } from './roomItem';

/** What can be picked: a room of mine, what the server found, or an answer to our own question. */
export type Target =
  | { readonly kind: 'room'; readonly room: Room }
  /** Used last, but the rooms have not come yet. */
  | { readonly kind: 'remembered'; readonly id: string }
  | { readonly kind: 'person'; readonly username: string }
  | { readonly kind: 'join'; readonly id: string }
  | { readonly kind: 'retry' }
  | Question;

/** Not a room yet: a public channel that asks to be joined, or the way back from that. */
export type Question =
  { readonly kind: 'notJoined'; readonly id: string; readonly name: string } | { readonly kind: 'back' };

/** What leads to a room. */
export type Openable = Exclude<Target, Question | { readonly kind: 'retry' }>;

/** Separators have no target. */
export type TargetItem = vscode.QuickPickItem & { readonly target?: Target };

/** What the server found beyond my rooms. */
export interface Found {
  readonly people: readonly { readonly username: string; readonly name?: string }[];
  readonly channels: readonly { readonly _id: string; readonly name?: string; readonly fname?: string }[];
}

export interface LastRoom {
  readonly id: string;
  readonly name: string;
}

/** The room used last, then my rooms by activity, then those where I cannot post. */
export function myItems(rooms: readonly Room[], last: LastRoom | undefined): TargetItem[] {
  const known = [...rooms].sort((a, b) => b.lastActivity - a.lastActivity);
  const lastRoom = known.find((room) => room.id === last?.id && isOpen(room));
  const others = known.filter((room) => room !== lastRoom);
  return [
    ...section(vscode.l10n.t('used last'), lastItems(lastRoom, rooms.length === 0 ? last : undefined)),
    ...section(vscode.l10n.t('rooms'), others.filter(isOpen).map(roomItem)),
    ...section(vscode.l10n.t('no posting here'), others.filter(isClosed).map(closedItem)),
  ];
}

/** What the server found and my rooms do not hold. */
export function foundItems({ people, channels }: Found, rooms: readonly Room[]): TargetItem[] {
  const mine = new Set<string | undefined>(rooms.flatMap(({ id, username }) => [id, username]));
  return [
    ...channels.filter(({ _id }) => !mine.has(_id)).map(channelItem),
    ...people.filter(({ username }) => !mine.has(username)).map(personItem),
  ].map(plain);
}

/** Where my rooms did not come. */
export function retryItem(): TargetItem {
  return foundItem('refresh', vscode.l10n.t('Try Again'), { kind: 'retry' });
}

/** Whoever posts in a channel without joining it does not see the answers. */
export function joinItems(id: string, name: string): TargetItem[] {
  return [
    foundItem('sign-in', vscode.l10n.t('Join #{0} and Send', name), { kind: 'join', id }),
    foundItem('arrow-left', vscode.l10n.t('Choose Another Room'), { kind: 'back' }),
  ].map(plain);
}

function lastItems(room: Room | undefined, remembered: LastRoom | undefined): TargetItem[] {
  if (room) return [roomItem(room)];
  if (!remembered) return [];
  const { id, name } = remembered;
  return [withComment({ label: name, target: { kind: 'remembered', id }, iconPath: icon('history') })];
}

function roomItem(room: Room): TargetItem {
  const target = { kind: 'room', room } as const;
  const iconPath = icon(roomIcons[room.kind]);
  return withComment({ label: room.name, description: addressOf(room), target, iconPath });
}

/** Without a label, because VS Code puts rows first whose label matches what is typed. */
function closedItem(room: Room): TargetItem {
  const description = vscode.l10n.t('{0}: {1}', addressOf(room), shortObstacle(room));
  return { label: '', description, target: { kind: 'room', room }, iconPath: icon('circle-slash') };
}

/** `#` and `@` are there to be typed: they narrow the rows to rooms and to single people. */
export function addressOf({ kind, name, slug = name, username }: Room): string {
  if (username !== undefined) return kind === 'directGroup' ? username : `@${username}`;
  // A discussion's slug is made by chance.
  return `#${kind === 'discussion' ? name : slug}`;
}

function personItem({ username, name }: Found['people'][number]): TargetItem {
  const person = foundItem('account', name ?? username, { kind: 'person', username });
  return withComment({ ...person, description: `@${username}` });
}

function channelItem({ _id, name = _id, fname = name }: Found['channels'][number]): TargetItem {
  const channel = foundItem(roomIcons.channel, fname, { kind: 'notJoined', id: _id, name: fname });
  return withComment({ ...channel, description: vscode.l10n.t('#{0}, not joined', name) });
}

function foundItem(iconId: string, label: string, target: Target): TargetItem {
  // The server matched more than VS Code can see here, and would filter away.
  return { label, target, iconPath: icon(iconId), alwaysShow: true };
}

function withComment(plain: TargetItem): TargetItem {
  return { ...plain, buttons: [{ iconPath: icon('comment'), tooltip: vscode.l10n.t('Add a Comment') }] };
}

function section(label: string, items: readonly TargetItem[]): TargetItem[] {
  return items.length > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items.map(plain)] : [];
}

/** Somebody else chose the names. */
function plain(item: TargetItem): TargetItem {
  const { label, description } = item;
  return { ...item, label: plainText(label), description: description && plainText(description) };
}

function icon(id: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(id);
}

function isOpen(room: Room): boolean {
  return postingObstacle(room) === undefined;
}

function isClosed(room: Room): boolean {
  return !isOpen(room);
}
