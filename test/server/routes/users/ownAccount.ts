import { isObject } from '../../isObject';
import { meteorError, plainError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import { changeAccount, changeEmail, changePassword, checkFields } from '../../world/accountChanges';
import { isHarmlessName } from '../../world/accountRules';
import type { User } from '../../world/documents';
import { setStatusChecked, statuses } from '../../world/presence';
import { isFreeUsername, suggestedUsername } from '../../world/usernames';
import { passwordDigest } from '../../world/users';
import type { World } from '../../world/world';
import { ownProfile, type SettingsUnder } from './me';
import { neededText, textOf } from '../parameters';
import { closed, optionalObject, optionalText, text } from '../schemas';
import type { SecondFactor } from '../../world/secondFactor';

const infoKeys = ['email', 'name', 'username', 'nickname', 'bio', 'statusText', 'statusType'] as const;
const passwordKeys = ['currentPassword', 'newPassword'] as const;
const changes = Object.fromEntries([...infoKeys, ...passwordKeys].map((key) => [key, optionalText]));

export interface OwnAccountParts {
  readonly secondFactor: SecondFactor;
  readonly settingsUnder: SettingsUnder;
}

/** What people do about their own accounts. */
export function ownAccountRoutes({ secondFactor, settingsUnder }: OwnAccountParts): readonly Route[] {
  return [
    {
      verb: 'POST',
      name: 'users.updateOwnBasicInfo',
      auth: 'required',
      limit: { calls: 1, ms: 60_000 },
      body: closed({ data: closed(changes), customFields: optionalObject }, ['data']),
      handle: (call) => {
        update(call, secondFactor);
        return { user: ownProfile(call.world, call.user, settingsUnder) };
      },
    },
    {
      verb: 'POST',
      name: 'users.forgotPassword',
      auth: 'none',
      handle: forgotPassword,
    },
    {
      verb: 'GET',
      name: 'users.checkUsernameAvailability',
      auth: 'required',
      query: closed({ username: text }, ['username']),
      handle: checkAvailability,
    },
    {
      verb: 'GET',
      name: 'users.getUsernameSuggestion',
      auth: 'required',
      handle: ({ world, user }) => ({ result: suggestedUsername(world, user) }),
    },
  ];
}

function update(call: Call, secondFactor: SecondFactor): void {
  const { world, user, body } = call;
  const { data, customFields } = body;
  if (!isObject(data)) throw new Error('The schema of the route lets a missing data pass');
  const given = givenTexts(data);
  if (given.name && !isHarmlessName(given.name)) throw plainError('Name contains invalid characters');
  if (given.email || given.newPassword) confirmByPassword(call, given.currentPassword, secondFactor);
  refuseProfiles(world);
  checkFields(world, { editor: user, user, data: { ...given, password: given.newPassword } }, user);
  const { username, name, bio, nickname } = given;
  changeAccount(world, user, { username, name, bio, nickname });
  changeStatus(world, user, given);
  changeSecrets(call, given);
  if (isObject(customFields)) changeAccount(world, user, { customFields });
}

function changeSecrets(call: Call, { email, newPassword }: Given): void {
  const { world, user } = call;
  if (email) changeEmail(world, user, { address: email, verified: false });
  if (newPassword && world.isOn('Accounts_AllowPasswordChange')) setPassword(call, newPassword);
}

/** Always asked, whatever was confirmed before: with the current password as the code, if it is given. */
function confirmByPassword(call: Call, code: string | undefined, secondFactor: SecondFactor): void {
  const refusal = secondFactor.check(call.world, call.user, {
    code: code ?? call.header('x-2fa-code'),
    method: code ? 'password' : call.header('x-2fa-method'),
    password: 'always',
  });
  if (refusal) throw meteorError(refusal.error, refusal.message, refusal.details);
}

function refuseProfiles(world: World): void {
  if (world.isOn('Accounts_AllowUserProfileChange')) return;
  throw meteorError('error-not-allowed', 'Not allowed', { method: 'saveUserProfile' });
}

type Key = (typeof infoKeys)[number] | (typeof passwordKeys)[number];
type Given = Readonly<Partial<Record<Key, string>>>;

/** `null` is as if the key were not there. */
function givenTexts(data: JsonObject): Given {
  const entries = [...infoKeys, ...passwordKeys].map((key) => [key, textOf(data, key)] as const);
  return Object.fromEntries(entries);
}

function changeStatus(world: World, user: User, { statusText, statusType }: Given): void {
  if (statusText !== undefined) setStatusChecked(world, user, { text: statusText });
  if (!statusType) return;
  const status = statuses.find((one) => one === statusType);
  if (!status) {
    const reason = 'Valid status types include online, away, offline, and busy.';
    throw meteorError('error-invalid-status', reason, { method: 'setUserStatus' });
  }
  setStatusChecked(world, user, { status });
}

/** Signs out everywhere else. */
function setPassword({ world, user, token: value }: Call, password: string): void {
  if (passwordDigest(password) === user.secret.passwordSha256) {
    const reason = 'Entered password same as current password';
    throw meteorError('error-password-same-as-current', reason, { method: 'saveUserProfile' });
  }
  changePassword(world, user, password);
  world.users.keepTokens(user, (token) => token.kind === 'personal' || token.value === value);
}

/** Nobody learns whether the address is known. */
function forgotPassword({ world, body }: Call): JsonObject {
  if (!textOf(body, 'email')) throw plainError("The 'email' param is required");
  if (!world.isOn('Accounts_PasswordReset')) throw plainError('Password reset is not enabled');
  return {};
}

function checkAvailability({ world, user, query }: Call): JsonObject {
  const username = neededText(query, 'username');
  const method = 'setUsername';
  if (username === '') throw meteorError('error-invalid-username', 'Invalid username', { method });
  if (user.username !== '' && !world.isOn('Accounts_AllowUsernameChange')) {
    throw meteorError('error-not-allowed', 'Not allowed', { method });
  }
  return { result: username === user.username || isFreeUsername(world, username) };
}
