import type { JsonObject } from '../../route';
import type { User } from '../../world/documents';
import type { World } from '../../world/world';
import { textOf } from '../parameters';

/** Whether one of the fields that the workspace searches holds the text. */
export function matchesSearchFields(world: World, user: User, text: string): boolean {
  const wanted = text.toLowerCase();
  if (wanted === '') return true;
  const fields = world.text('Accounts_SearchFields').split(',');
  return fields.some((field) => (searchable(user)[field.trim()] ?? '').toLowerCase().includes(wanted));
}

/** Among a room's members: by what they are up to, and by a text. */
export function isWantedMember(world: World, user: User, query: JsonObject): boolean {
  const { status } = query;
  if (Array.isArray(status) && !status.includes(user.status)) return false;
  return matchesSearchFields(world, user, textOf(query, 'filter') ?? '');
}

function searchable({ username, name, bio, nickname }: User): Readonly<Record<string, string | undefined>> {
  return { username, name, bio, nickname };
}
