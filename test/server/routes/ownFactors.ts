import { meteorError } from '../http/failures';
import type { Call, JsonObject, Route } from '../route';
import { deleteUser } from '../world/accountEnd';
import { passwordDigest } from '../world/users';
import { namedUser } from './named';
import { isTrue, neededText } from './parameters';
import { closed, optionalFlag, text } from './schemas';

const anyone = { userId: text, username: text, user: text };

/** Second factors of accounts, and the end of one's own. */
export const ownFactorRoutes: readonly Route[] = [
  { verb: 'POST', name: 'users.2fa.enableEmail', auth: 'required', handle: enableEmail },
  {
    verb: 'POST',
    name: 'users.2fa.disableEmail',
    auth: 'required',
    secondFactor: 'everyTime',
    handle: disableEmail,
  },
  {
    verb: 'POST',
    name: 'users.resetTOTP',
    auth: 'required',
    secondFactor: 'everyTime',
    body: closed(anyone),
    handle: resetTotp,
  },
  {
    verb: 'POST',
    name: 'users.deleteOwnAccount',
    auth: 'required',
    body: closed({ password: text, confirmRelinquish: optionalFlag }, ['password']),
    handle: deleteOwn,
  },
];

/** Signs out everywhere else. */
function enableEmail({ world, user, token: value }: Call): JsonObject {
  if (user.emails.some(({ verified }) => !verified)) {
    throw meteorError('error-invalid-user', 'You need to verify your emails before setting up 2FA');
  }
  user.secret.emailSecondFactor = true;
  world.users.keepTokens(user, (token) => token.kind === 'personal' || token.value === value);
  world.touchUser(user);
  return {};
}

function disableEmail({ world, user }: Call): JsonObject {
  user.secret.emailSecondFactor = false;
  world.touchUser(user);
  return {};
}

/** The person's authenticator counts no more, and every sign-in ends. */
function resetTotp({ world, user: caller, body }: Call): JsonObject {
  const isNamed = Object.keys(anyone).some((key) => key in body);
  if (isNamed && !world.hasPermission(caller, 'edit-other-user-totp')) {
    throw meteorError('error-not-allowed', 'Not allowed');
  }
  if (isNamed && !world.isOn('Accounts_TwoFactorAuthentication_Enabled')) {
    throw meteorError('error-two-factor-not-enabled', 'Two factor authentication is not enabled');
  }
  const user = isNamed ? namedUser(world, body) : caller;
  delete user.secret.totpSecret;
  world.users.keepTokens(user, () => false);
  world.touchUser(user);
  return {};
}

/** The password comes as its SHA-256 in hexadecimal. */
function deleteOwn({ world, user, body }: Call): JsonObject {
  if (!world.isOn('Accounts_AllowDeleteOwnAccount')) throw meteorError('error-not-allowed', 'Not allowed');
  const password = neededText(body, 'password');
  const isRight = [password.toLowerCase(), passwordDigest(password)].includes(user.secret.passwordSha256);
  if (!isRight) {
    throw meteorError('error-invalid-password', 'Invalid password', { method: 'deleteUserOwnAccount' });
  }
  deleteUser(world, user, isTrue(body, 'confirmRelinquish'));
  return {};
}
