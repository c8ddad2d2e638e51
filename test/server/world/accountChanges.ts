import { type Rejection, meteorError } from '../failures';
import { type AccountData, type Editing, checkAddress, notAllowed, taken } from './accountRules';
import { checkedFields } from './accountFields';
import type { User } from './documents';
import { checkPassword } from './passwordPolicy';
import { changeStatusText } from './presence';
import { renameUser, setRealName } from './renaming';
import { isFreeUsername, isSystemName, isUsername } from './usernames';
import { passwordDigest } from './users';
import type { World } from './world';

export interface AccountChanges extends AccountData {
  readonly bio?: string;
  readonly nickname?: string;
  readonly language?: string;
  readonly requirePasswordChange?: boolean;
  readonly customFields?: Readonly<Record<string, unknown>>;
}

interface Field {
  readonly key: 'username' | 'statusText' | 'name' | 'email';
  readonly setting: string;
  readonly what: string;
}

/** Each may be closed to people by a setting, in the order in which the server looks. */
const fields: readonly Field[] = [
  { key: 'username', setting: 'Accounts_AllowUsernameChange', what: 'username' },
  { key: 'statusText', setting: 'Accounts_AllowUserStatusMessageChange', what: 'user status' },
  { key: 'name', setting: 'Accounts_AllowRealNameChange', what: 'user real name' },
  { key: 'email', setting: 'Accounts_AllowEmailChange', what: 'user email' },
];

/** Throws why the editor may not change just these fields of the account. */
export function checkFields(world: World, { editor, data }: Editing, user: User): void {
  const editing = { editor, user, data };
  refuseRoles(world, editing);
  const rights = ['edit-other-user-info', 'edit-other-user-password'];
  const mayEdit = rights.some((right) => world.hasPermission(editor, right));
  if (!mayEdit && !world.isOn('Accounts_AllowUserProfileChange')) {
    throw notAllowed('Edit user profile', 'Update_user');
  }
  const closed = closedField(world, editing, user);
  if (closed && !rules(world, editing, 'edit-other-user-info')) {
    throw notAllowed(`Edit ${closed.what}`, 'Update_user');
  }
  const isOpen = !data.password || world.isOn('Accounts_AllowPasswordChange');
  if (!isOpen && !rules(world, editing, 'edit-other-user-password')) {
    throw notAllowed('Edit user password', 'Update_user');
  }
}

/** An administrator's rights are over others; for the own account the settings hold. */
function rules(world: World, { editor, user }: Editing, right: string): boolean {
  return editor !== user && world.hasPermission(editor, right);
}

function closedField(world: World, { data }: Editing, user: User): Field | undefined {
  const changed = fields.filter(({ key }) => data[key] !== undefined && data[key] !== valueOf(user, key));
  return changed.find(({ setting }) => !world.isOn(setting));
}

function valueOf(user: User, key: Field['key']): string | undefined {
  return key === 'email' ? user.emails[0]?.address : user[key];
}

function refuseRoles(world: World, { editor, user, data }: Editing & { user: User }): void {
  const { roles } = data;
  if (!roles || world.hasPermission(editor, 'assign-roles')) return;
  const isSame = roles.length === user.roles.length && roles.every((role) => user.roles.includes(role));
  if (!isSame) throw notAllowed('Assign roles', 'Assign_role');
}

/** Puts everything that is named in its place; names and addresses only if they are free. */
export function changeAccount(world: World, user: User, changes: AccountChanges): void {
  changeIdentity(world, user, changes);
  if (changes.statusText !== undefined) changeStatusText(world, user, changes.statusText);
  if (changes.email)
    changeEmail(world, user, { address: changes.email, verified: changes.verified ?? false });
  else if (changes.verified !== undefined) verify(user, changes.verified);
  changeTexts(user, changes);
  if (changes.roles) user.roles = [...changes.roles];
  if (changes.customFields) {
    user.customFields = { ...user.customFields, ...checkedFields(world, changes.customFields) };
  }
  if (changes.requirePasswordChange !== undefined) user.requirePasswordChange = changes.requirePasswordChange;
  world.touchUser(user);
}

function changeIdentity(world: World, user: User, { username, name }: AccountChanges): void {
  if (username && username !== user.username) {
    if (!mayBeCalled(world, user, username)) throw unsavedIdentity();
    renameUser(world, user, username);
  }
  if (!name || name === user.name) return;
  if (name.trim() === '' && world.isOn('Accounts_RequireNameForSignUp')) throw unsavedIdentity();
  setRealName(world, user, name);
}

function mayBeCalled(world: World, user: User, username: string): boolean {
  if (isSystemName(world, username) || !isUsername(world, username)) return false;
  const isSame = username.toLowerCase() === user.username.toLowerCase();
  return isSame || isFreeUsername(world, username);
}

function unsavedIdentity(): Rejection {
  return meteorError('error-could-not-save-identity', 'Could not save user identity', { method: 'saveUser' });
}

export function changeEmail(world: World, user: User, email: { address: string; verified: boolean }): void {
  const address = email.address.trim().toLowerCase();
  checkAddress(world, address);
  if (user.emails[0]?.address.toLowerCase() === address) {
    verify(user, email.verified || user.emails[0].verified);
    return;
  }
  if (world.users.byEmail(address)) throw taken(address, { function: 'setEmail' });
  world.users.setEmail(user, address, email.verified);
}

function verify(user: User, verified: boolean): void {
  const [first] = user.emails;
  if (first) first.verified = verified;
}

const longest = { bio: 260, nickname: 120 };

/** An empty text takes it away. */
function changeTexts(user: User, changes: AccountChanges): void {
  for (const key of ['bio', 'nickname'] as const) {
    const text = changes[key]?.trim();
    if (text === undefined) continue;
    const title = `${key.charAt(0).toUpperCase()}${key.slice(1)}`;
    if (text.length > longest[key]) {
      const reason = `${title} size exceeds ${longest[key]} characters`;
      throw meteorError(`error-${key}-size-exceeded`, reason, { method: 'saveUserProfile' });
    }
    user[key] = text === '' ? undefined : text;
  }
  if (changes.language) user.language = changes.language;
}

/** Nobody is signed out by it. */
export function changePassword(world: World, user: User, password: string): void {
  checkPassword(world, password);
  user.secret.passwordSha256 = passwordDigest(password);
  world.touchUser(user);
}
