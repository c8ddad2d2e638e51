import type { User } from '../../world/documents';
import type { World } from '../../world/world';

/** Whether one of the fields that the workspace searches holds the text. */
export function matchesSearchFields(world: World, user: User, text: string): boolean {
  const wanted = text.toLowerCase();
  if (wanted === '') return true;
  const fields = world.text('Accounts_SearchFields').split(',');
  return fields.some((field) => (searchable(user)[field.trim()] ?? '').toLowerCase().includes(wanted));
}

function searchable({ username, name, bio, nickname }: User): Readonly<Record<string, string | undefined>> {
  return { username, name, bio, nickname };
}
