import { meteorError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import { deleteUser } from '../../world/accountEnd';
import type { User } from '../../world/documents';
import { passwordDigest } from '../../world/users';
import { namedUser } from './named';
import { isTrue, neededText } from '../parameters';
import { closed, optionalFlag, text } from '../schemas';

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
    name: 'users.resetE2EKey',
    auth: 'required',
    secondFactor: 'everyTime',
    body: closed(anyone),
    handle: resetKey,
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

/** The person's authenticator counts no more. */
function resetTotp(call: Call): JsonObject {
  const user = resetFor(call, 'edit-other-user-totp');
  if (namesAnyone(call) && !call.world.isOn('Accounts_TwoFactorAuthentication_Enabled')) {
    throw meteorError('error-two-factor-not-enabled', 'Two factor authentication is not enabled');
  }
  delete user.secret.totpSecret;
  return signedOut(call, user);
}

/** No keys are kept here, but the person has to sign in anew to make some. */
function resetKey(call: Call): JsonObject {
  return signedOut(call, resetFor(call, 'edit-other-user-e2ee'));
}

/** The caller, or whoever is named by somebody with the permission. */
function resetFor(call: Call, permission: string): User {
  const { world, user: caller, body } = call;
  if (!namesAnyone(call)) return caller;
  if (!world.hasPermission(caller, permission)) throw meteorError('error-not-allowed', 'Not allowed');
  return namedUser(world, body);
}

function namesAnyone({ body }: Call): boolean {
  return Object.keys(anyone).some((key) => key in body);
}

function signedOut({ world }: Call, user: User): JsonObject {
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
