import * as vscode from 'vscode';
import type { Room, RoomId } from '../model/room';
import type { FoundPage, Search } from '../model/roomMembers';
import { findAnywhere, findChannels, type FoundChannel } from '../model/roomSearch';
import type { Session } from '../model/session';
import { plainText } from '../platform/plainText';
import { memberCount } from './counts';
import { pickFound, type FoundRow } from './foundPick';
import { personRow } from './personRow';
import { addressOf } from './pickRoomItems';
import { roomIcons } from './roomItem';

interface RoomRow extends FoundRow {
  readonly room: RoomId;
}

interface ChannelRow extends RoomRow {
  readonly channel: FoundChannel;
}

type Anywhere = RoomRow | (FoundRow & { readonly username: string }) | (FoundRow & { readonly link: string });
type Rows<Row> = AsyncGenerator<FoundPage<Row>, void, undefined>;

/**
 * Asks for any room or person: mine by their last activity, all others while somebody types. A link that was pasted is
 * offered as it is.
 */
export async function pickAnywhere(
  session: Session,
  isLink: (typed: string) => boolean,
): Promise<Anywhere | undefined> {
  if (session.rooms.all().length === 0) await session.sync.refresh('person');
  const mine = [...session.rooms.all()].sort((one, other) => other.lastActivity - one.lastActivity);
  const picked = await pickFound<Anywhere>({
    title: vscode.l10n.t('Go to Room'),
    placeholder: vscode.l10n.t('Type to find a room (#) or a person (@), or paste a link'),
    nothing: vscode.l10n.t('No room and nobody is called so.'),
    own: mine.map(roomRow),
    search: (search) => beyond(session, search, { mine, isLink }),
    isMany: false,
    signal: session.signal,
  });
  return picked?.[0];
}

/** Asks for a public channel that I am not in. */
export async function pickChannel(session: Session): Promise<FoundChannel | undefined> {
  const picked = await pickFound<ChannelRow>({
    title: vscode.l10n.t('Join Channel'),
    placeholder: vscode.l10n.t('Type to find a public channel'),
    nothing: vscode.l10n.t('There is no other public channel of that name.'),
    own: [],
    search: (search) => channels(session, search),
    isMany: false,
    signal: session.signal,
  });
  return picked?.[0]?.channel;
}

interface Known {
  readonly mine: readonly Room[];
  readonly isLink: (typed: string) => boolean;
}

async function* beyond(session: Session, search: Search, { mine, isLink }: Known): Rows<Anywhere> {
  if (isLink(search.text)) {
    yield { items: [linkRow(search.text)], hasMore: false };
    return;
  }
  const { people, channels: found } = await findAnywhere(session, search);
  const partners = new Set(mine.filter(({ kind }) => kind === 'direct').map(({ username }) => username));
  const others = people.filter(({ username }) => !partners.has(username));
  yield { items: [...found.map(channelRow), ...others.map(personRow)], hasMore: false };
}

async function* channels(session: Session, search: Search): Rows<ChannelRow> {
  for await (const { items, hasMore } of findChannels(session, search))
    yield { items: items.filter(({ id }) => !session.rooms.get(id)).map(channelRow), hasMore };
}

function linkRow(link: string): Anywhere {
  const iconPath = new vscode.ThemeIcon('link');
  return { key: link, link, label: vscode.l10n.t('Open Link'), detail: plainText(link), iconPath };
}

function roomRow(room: Room): RoomRow {
  return {
    key: room.id,
    room: room.id,
    label: plainText(room.name),
    description: plainText([addressOf(room), unreadText(room)].filter((part) => part !== '').join(' · ')),
    iconPath: new vscode.ThemeIcon(roomIcons[room.kind]),
  };
}

function unreadText({ unread, hidesUnread }: Room): string {
  return unread > 0 && !hidesUnread ? vscode.l10n.t('{0} unread', unread) : '';
}

function channelRow(channel: FoundChannel): ChannelRow {
  const { id, name, slug, topic, size } = channel;
  const said = [`#${slug}`, size === undefined ? vscode.l10n.t('not joined') : memberCount(size)];
  return {
    key: id,
    room: id,
    channel,
    label: plainText(name),
    description: plainText(said.join(' · ')),
    detail: topic && plainText(topic),
    iconPath: new vscode.ThemeIcon(roomIcons.channel),
  };
}
