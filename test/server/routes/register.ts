import { type Rejection, meteorError, plainError } from '../http/failures';
import type { Call, JsonObject, Route } from '../route';
import type { World } from '../world/world';
import { neededText, textOf } from './parameters';
import { publicProfile } from './profiles';
import { closed, optionalText, text } from './schemas';

export const registerRoute: Route = {
  verb: 'POST',
  name: 'users.register',
  auth: 'none',
  limit: {
    calls: 'Rate_Limiter_Limit_RegisterUser',
    ms: 'API_Enable_Rate_Limiter_Limit_Time_Default',
  },
  body: closed(
    {
      username: text,
      name: optionalText,
      email: text,
      pass: text,
      secret: optionalText,
      reason: optionalText,
      customFields: { type: 'object', nullable: true },
    },
    ['username', 'email', 'pass'],
  ),
  handle: register,
};

function register({ world, body, maybeUser }: Call): JsonObject {
  if (maybeUser) throw plainError('Logged in users can not register again.');
  const username = neededText(body, 'username');
  const name = textOf(body, 'name');
  if (name !== undefined && !isHarmless(name)) throw plainError('Name contains invalid characters');
  refuseUsername(world, username);
  if (name === undefined) throw plainError("Match error: Missing key 'name'");
  refuseByForm(world, textOf(body, 'secret'));
  const password = neededText(body, 'pass');
  refusePassword(password);
  const email = neededText(body, 'email').trim().toLowerCase();
  refuseAddress(world, email);
  const user = world.addUser({ username, name: name.trim(), email, password });
  user.active = !world.isOn('Accounts_ManuallyApproveNewUsers');
  return { user: publicProfile(user) };
}

function isHarmless(name: string): boolean {
  return !/[<>\\/]/.test(name);
}

function refuseUsername(world: World, username: string): void {
  const allowed = new RegExp(`^${world.text('UTF8_User_Names_Validation')}$`);
  if (!allowed.test(username)) throw plainError('The username provided is not valid');
  if (world.users.byUsernameIgnoringCase(username)) throw plainError('Username is already in use');
}

function refuseByForm(world: World, secret: string | undefined): void {
  const form = world.text('Accounts_RegistrationForm');
  if (form === 'Disabled') throw notRegistered('disabled', 'User registration is disabled');
  if (form === 'Secret URL' && secret !== world.text('Accounts_RegistrationForm_SecretURL')) {
    throw notRegistered('secret', 'User registration is only allowed via Secret URL');
  }
}

function notRegistered(code: string, reason: string): Rejection {
  return meteorError(`error-user-registration-${code}`, reason, { method: 'registerUser' });
}

function refusePassword(pass: string): void {
  if (pass.trim() === '') {
    const reason = "The password provided does not meet the server's password policy.";
    throw meteorError('error-password-policy-not-met', reason);
  }
}

function refuseAddress(world: World, email: string): void {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) {
    throw meteorError('error-invalid-email', `Invalid email ${email}`, {
      function: 'validateEmailDomain',
      email,
    });
  }
  const allowed = listed(world, 'Accounts_AllowedDomainsList');
  const isRefused = allowed.length > 0 && !allowed.includes(domain);
  if (isRefused || listed(world, 'Accounts_BlockedDomainsList').includes(domain)) {
    const details = { function: 'validateEmailDomain' };
    throw meteorError('error-invalid-domain', 'The email domain is not valid', details);
  }
  if (world.users.byEmail(email)) throw plainError('Email already exists');
}

function listed(world: World, id: string): string[] {
  return world
    .text(id)
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== '');
}
