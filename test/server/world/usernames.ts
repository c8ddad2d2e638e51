import { meteorError } from '../failures';
import type { User } from './documents';
import { escaped } from './escaped';
import type { World } from './world';

export function isUsername(world: World, username: string): boolean {
  return new RegExp(`^${world.text('UTF8_User_Names_Validation')}$`).test(username);
}

/** Names of parts of the server itself. */
export function isSystemName(world: World, username: string): boolean {
  return listedIn(world, 'Accounts_SystemBlockedUsernameList').includes(username.trim().toLowerCase());
}

/** Whether no person and no team has it. Throws for names that nobody may have. */
export function isFreeUsername(world: World, username: string): boolean {
  const name = username.trim().toLowerCase();
  const blocked = ['Accounts_BlockedUsernameList', 'Accounts_SystemBlockedUsernameList'];
  if (['all', 'here', ...blocked.flatMap((id) => listedIn(world, id))].includes(name)) {
    throw meteorError('error-blocked-username', `${escaped(username)} is blocked and can't be used!`, {
      method: 'checkUsernameAvailability',
      field: username,
    });
  }
  const isTeam = world.rooms.all().some((room) => room.teamMain && room.name?.toLowerCase() === name);
  return !isTeam && world.users.byUsernameIgnoringCase(name) === undefined;
}

/** A name for who has none yet: from the real name, the address, or a number behind the first of these. */
export function suggestedUsername(world: World, user: User): string {
  const candidates = [...fromName(user.name), ...fromAddresses(user)].filter((name) => name !== '');
  const isFree = (name: string) => name !== 'all' && !world.users.byUsernameIgnoringCase(name);
  const free = candidates.find(isFree);
  if (free !== undefined) return free;
  const start = candidates[0] ?? world.text('Accounts_DefaultUsernamePrefixSuggestion');
  let index = 0;
  while (!isFree(`${start}-${index}`)) index++;
  return `${start}-${index}`;
}

function fromName(name: string): string[] {
  const parts = name.split(' ');
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  const shortened = parts.length > 1 ? [first.charAt(0) + last, first + last.charAt(0)] : [];
  return [name, ...shortened].map(slug);
}

function fromAddresses({ emails }: User): string[] {
  return emails
    .filter(({ verified }) => verified)
    .flatMap(({ address }) => [address.replace(/@.+$/, ''), address.replace(/(.+)@(\w+).+/, '$1.$2')])
    .map(slug);
}

/** Lower case, and points for what is no letter. */
function slug(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9_.-]+/g, '.').replace(/^\.+|\.+$/g, '');
}

/** The entries of a setting that is a list in one line, in lower case. */
export function listedIn(world: World, id: string): string[] {
  return world
    .text(id)
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== '');
}
