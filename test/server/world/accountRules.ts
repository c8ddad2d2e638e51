import { type Rejection, meteorError } from '../failures';
import type { User } from './documents';
import { escaped } from './escaped';
import { roles as knownRoles } from './permissions';
import { isFreeUsername, isUsername, listedIn } from './usernames';
import type { World } from './world';

const method = 'insertOrUpdateUser';

export interface AccountData {
  readonly username?: string;
  readonly name?: string;
  readonly email?: string;
  readonly password?: string;
  readonly verified?: boolean;
  readonly roles?: readonly string[];
  readonly statusText?: string;
}

export interface Editing {
  readonly editor: User;
  /** Absent: a new one. */
  readonly user?: User;
  readonly data: AccountData;
}

/** Throws the first of the server's reasons against creating or changing an account. */
export function checkAccount(world: World, editing: Editing): void {
  refuseEditor(world, editing);
  refuseRoles(world, editing);
  const { user, data } = editing;
  if (!user && world.isOn('Accounts_RequireNameForSignUp')) needed('Name', data.name?.trim());
  if (!user) needed('Username', data.username?.trim());
  refuseBadName(world, data.username);
  if (!user) needed('Password', data.password);
  if (!user) refuseTaken(world, data);
}

function refuseEditor(world: World, { editor, user, data }: Editing): void {
  if (data.verified && user === editor) throw notAllowed('Editing email verification', 'Editing_user');
  if (user && user !== editor && !world.hasPermission(editor, 'edit-other-user-info')) {
    throw notAllowed('Editing user', 'Editing_user');
  }
  if (!user && !world.hasPermission(editor, 'create-user')) throw notAllowed('Adding user', 'Adding_user');
}

function refuseRoles(world: World, { editor, data: { roles = [] } }: Editing): void {
  if (roles.some((role) => !knownRoles.some(({ _id }) => _id === role))) {
    const reason = 'The field Roles consist invalid role id';
    throw meteorError('error-action-not-allowed', reason, { method, action: 'Assign_role' });
  }
  if (roles.includes('admin') && !world.hasPermission(editor, 'assign-admin-role')) {
    throw notAllowed('Assigning admin', 'Assign_admin');
  }
}

function needed(field: string, value: string | undefined): void {
  if (value) return;
  throw meteorError('error-the-field-is-required', `The field ${field} is required`, { method, field });
}

function refuseBadName(world: World, username: string | undefined): void {
  if (!username || isUsername(world, username)) return;
  const reason = `${escaped(username)} is not a valid username`;
  const details = { method, input: username, field: 'Username' };
  throw meteorError('error-input-is-not-a-valid-field', reason, details);
}

function refuseTaken(world: World, { username, email }: AccountData): void {
  if (username && !isFreeUsername(world, username)) throw taken(username, { method });
  if (email && world.users.byEmail(email)) throw taken(email, { method });
}

export function taken(field: string, where: { method: string } | { function: string }): Rejection {
  return meteorError('error-field-unavailable', `${escaped(field)} is already in use :(`, {
    ...where,
    field,
  });
}

export function notAllowed(what: string, action: string): Rejection {
  return meteorError('error-action-not-allowed', `${what} is not allowed`, { method, action });
}

/** Markup in a name is the one thing that nobody may have. */
export function isHarmlessName(name: string): boolean {
  return !/[<>\\/]/.test(name);
}

export function checkAddress(world: World, email: string): void {
  const where = { function: 'validateEmailDomain' };
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) {
    throw meteorError('error-invalid-email', `Invalid email ${email}`, { ...where, email });
  }
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  const allowed = listedIn(world, 'Accounts_AllowedDomainsList');
  const isForeign = allowed.length > 0 && !allowed.includes(domain);
  if (isForeign || listedIn(world, 'Accounts_BlockedDomainsList').includes(domain)) {
    throw meteorError('error-invalid-domain', 'The email domain is not valid', where);
  }
}
