import { type Rejection, meteorError, plainError } from '../../failures';
import { isObject } from '../../isObject';
import type { Call, JsonObject, Route } from '../../route';
import { checkAddress, isHarmlessName } from '../../world/accountRules';
import { checkedFields } from '../../world/accountFields';
import { checkPassword } from '../../world/passwordPolicy';
import { isFreeUsername, isUsername } from '../../world/usernames';
import type { World } from '../../world/world';
import { neededText, textOf } from '../parameters';
import { publicProfile } from './profiles';
import { closed, optionalObject, optionalText, text } from '../schemas';

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
      customFields: optionalObject,
    },
    ['username', 'email', 'pass'],
  ),
  handle: register,
};

function register({ world, body, maybeUser }: Call): JsonObject {
  if (maybeUser) throw plainError('Logged in users can not register again.');
  const name = textOf(body, 'name');
  if (name !== undefined && !isHarmlessName(name)) throw plainError('Name contains invalid characters');
  const username = neededText(body, 'username');
  const email = neededText(body, 'email').trim().toLowerCase();
  refuseTaken(world, username, email);
  const customFields = fieldsIn(world, body);
  if (name === undefined) throw plainError("Match error: Missing key 'name'");
  refuseByForm(world, textOf(body, 'secret'));
  const password = neededText(body, 'pass');
  checkPassword(world, password);
  checkAddress(world, email);
  const user = world.addUser({ username, name: name.trim(), email, password });
  user.active = !world.isOn('Accounts_ManuallyApproveNewUsers');
  if (customFields) user.customFields = customFields;
  return { user: publicProfile(user) };
}

function refuseTaken(world: World, username: string, email: string): void {
  if (!isUsername(world, username)) throw plainError('The username provided is not valid');
  if (!isFreeUsername(world, username)) throw plainError('Username is already in use');
  if (world.users.byEmail(email)) throw plainError('Email already exists');
}

function fieldsIn(world: World, { customFields }: JsonObject): JsonObject | undefined {
  return isObject(customFields) ? checkedFields(world, customFields) : undefined;
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
