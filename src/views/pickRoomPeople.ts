import * as vscode from 'vscode';
import type { Person } from '../model/person';
import type { Room } from '../model/room';
import { membersOf, type FoundPage, type Search } from '../model/roomMembers';
import { findPeople } from '../model/roomSearch';
import { usualSettings } from '../model/serverSettings';
import type { Session } from '../model/session';
import { pickFound } from './foundPick';
import { personRow, type PersonRow } from './personRow';

type Rows = AsyncGenerator<FoundPage<PersonRow>, void, undefined>;

/** Asks for somebody in a room. */
export async function pickMember(session: Session, room: Room): Promise<Person | undefined> {
  const picked = await pickFound<PersonRow>({
    title: vscode.l10n.t('Members of {0}', room.name),
    placeholder: vscode.l10n.t('Type to find somebody; Enter opens the direct message'),
    nothing: vscode.l10n.t('Nobody here is called so.'),
    own: [],
    search: (search) => rowsOf(membersOf(session, room, search)),
    isMany: false,
    signal: session.signal,
  });
  return picked?.[0]?.person;
}

/** Asks for one person or several, by user name: those whom I wrote with lately first. */
export async function pickPeople(session: Session): Promise<readonly string[] | undefined> {
  const picked = await pickFound<PersonRow>({
    title: vscode.l10n.t('New Direct Message'),
    placeholder: vscode.l10n.t('Type to find people; check several to write to all of them'),
    nothing: vscode.l10n.t('Type a part of a name.'),
    own: partners(session).map(personRow),
    search: (search) => found(session, search),
    isMany: (session.knownSettings ?? usualSettings).maxDirectMembers > 2,
    signal: session.signal,
  });
  return picked?.map(({ username }) => username);
}

async function* rowsOf(people: AsyncGenerator<FoundPage<Person>, void, undefined>): Rows {
  for await (const { items, hasMore } of people) yield { items: items.map(personRow), hasMore };
}

async function* found(session: Session, search: Search): Rows {
  const people = await findPeople(session, search);
  yield { items: people.map(personRow), hasMore: false };
}

/** As the rooms tell it: whether they are online, they do not know. */
function partners({ rooms }: Session): Person[] {
  return rooms
    .all()
    .filter(({ kind }) => kind === 'direct')
    .sort((one, other) => other.lastActivity - one.lastActivity)
    .flatMap(({ id, name, username }) => (username === undefined ? [] : [{ id, name, username }]));
}
