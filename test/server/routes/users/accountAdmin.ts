import { isObject } from '../../isObject';
import { meteorError, plainError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import { type AccountChanges, changeAccount, changePassword, checkFields } from '../../world/accountChanges';
import { checkAccount, checkAddress, isHarmlessName } from '../../world/accountRules';
import { setActiveChecked } from '../../world/activity';
import { checkedFields } from '../../world/accountFields';
import type { User } from '../../world/documents';
import { newPassword } from '../../world/users';
import { isTrue, neededText, textOf } from '../parameters';
import { accountDocument } from './profiles';
import {
  closed,
  flag,
  optionalFlag,
  optionalObject,
  optionalText,
  optionalTexts,
  someText,
  text,
  texts,
} from '../schemas';

const personKeys = {
  active: optionalFlag,
  bio: optionalText,
  nickname: optionalText,
  statusText: optionalText,
  requirePasswordChange: optionalFlag,
  setRandomPassword: optionalFlag,
  sendWelcomeEmail: optionalFlag,
  verified: optionalFlag,
  freeSwitchExtension: optionalText,
};

export const accountAdminRoutes: readonly Route[] = [
  {
    verb: 'POST',
    name: 'users.create',
    auth: 'required',
    secondFactor: true,
    body: closed(
      {
        ...personKeys,
        email: text,
        name: text,
        password: text,
        username: text,
        roles: texts,
        joinDefaultChannels: optionalFlag,
        customFields: { type: 'object' },
        fields: optionalText,
      },
      ['email', 'name', 'password', 'username'],
    ),
    handle: create,
  },
  {
    verb: 'POST',
    name: 'users.update',
    auth: 'required',
    secondFactor: true,
    body: closed(
      {
        userId: someText,
        confirmRelinquish: flag,
        data: closed({
          ...personKeys,
          email: optionalText,
          name: optionalText,
          password: optionalText,
          username: optionalText,
          roles: optionalTexts,
          customFields: optionalObject,
          status: optionalText,
        }),
      },
      ['userId', 'data'],
    ),
    handle: update,
  },
];

function create({ world, user: editor, body }: Call): JsonObject {
  const data = changesIn(body);
  const name = neededText(body, 'name');
  if (!isHarmlessName(name)) throw plainError('Name contains invalid characters');
  const customFields = data.customFields && checkedFields(world, data.customFields);
  checkAccount(world, { editor, data });
  const email = neededText(body, 'email').trim().toLowerCase();
  checkAddress(world, email);
  const password = passwordIn(body);
  const joinDefaultChannels = body['joinDefaultChannels'] !== false;
  const wanted = { ...data, name, email, password, joinDefaultChannels };
  const user = world.addUser({ ...wanted, username: neededText(body, 'username') });
  const { bio, nickname, statusText } = data;
  changeAccount(world, user, { bio, nickname, statusText, requirePasswordChange: mustChange(body) });
  if (customFields) user.customFields = customFields;
  activateBy({ world, user: editor, body }, user, body);
  return { user: accountDocument(world, editor, user) };
}

/** What becomes of `setRandomPassword`: a password that only an e-mail would tell. */
function passwordIn(data: JsonObject): string {
  return isTrue(data, 'setRandomPassword') ? newPassword() : neededText(data, 'password');
}

function mustChange(data: JsonObject): boolean | undefined {
  if (isTrue(data, 'setRandomPassword')) return true;
  const wanted = data['requirePasswordChange'];
  return typeof wanted === 'boolean' ? wanted : undefined;
}

/** `null` is as if the key were not there; the schemas have seen to the kinds. */
function changesIn(data: JsonObject): AccountChanges {
  const known = ['username', 'name', 'email', 'password', 'verified', 'roles', 'statusText'];
  const keys = [...known, 'bio', 'nickname', 'requirePasswordChange', 'customFields'];
  const given = Object.entries(data).filter(([key, value]) => keys.includes(key) && value !== null);
  return Object.fromEntries(given);
}

function update({ world, user: editor, body }: Call): JsonObject {
  const { data } = body;
  if (!isObject(data)) throw new Error('The schema of the route lets a missing data pass');
  const name = textOf(data, 'name');
  if (name && !isHarmlessName(name)) throw plainError('Name contains invalid characters');
  const user = world.users.byId(neededText(body, 'userId'));
  if (!user) throw meteorError('error-invalid-user', 'Invalid user');
  const changes = { ...changesIn(data), requirePasswordChange: mustChange(data) };
  checkAccount(world, { editor, user, data: changes });
  checkFields(world, { editor, user, data: changes }, user);
  changeAccount(world, user, changes);
  changePasswordBy({ world, user: editor }, user, data);
  activateBy({ world, user: editor, body }, user, data);
  return { user: accountDocument(world, editor, user) };
}

/** Silently not done without the permission. */
function changePasswordBy(
  { world, user: editor }: Pick<Call, 'world' | 'user'>,
  user: User,
  data: JsonObject,
): void {
  const password = isTrue(data, 'setRandomPassword') ? newPassword() : textOf(data, 'password')?.trim();
  if (!password || !world.hasPermission(editor, 'edit-other-user-password')) return;
  changePassword(world, user, password);
}

function activateBy({ world, user: editor, body }: Admin, user: User, { active }: JsonObject): void {
  if (typeof active !== 'boolean') return;
  setActiveChecked(world, editor, { user, active, confirmed: isTrue(body, 'confirmRelinquish') });
}

type Admin = Pick<Call, 'world' | 'user' | 'body'>;
