import { meteorError } from '../../failures';
import type { JsonObject } from '../../route';
import type { User } from '../../world/documents';
import type { World } from '../../world/world';
import { textOf } from '../parameters';

/** Whom a call means by `userId`, `username` or `user`: the first that is given. */
export function namedUser(world: World, parameters: JsonObject): User {
  const id = given(parameters, 'userId');
  const name = given(parameters, 'username') ?? given(parameters, 'user');
  if (id === undefined && name === undefined) {
    const reason = 'The required "userId" or "username" param was not provided';
    throw meteorError('error-user-param-not-provided', reason);
  }
  const user = id === undefined ? world.users.byUsernameIgnoringCase(name ?? '') : world.users.byId(id);
  if (user) return user;
  const reason = 'The required "userId" or "username" param provided does not match any users';
  throw meteorError('error-invalid-user', reason);
}

/** Whether a call means the caller: by any of the names, or by naming nobody. */
export function isAboutCaller(parameters: JsonObject, { _id, username }: User): boolean {
  const keys = ['userId', 'username', 'user'].map((key) => textOf(parameters, key) ?? '');
  const [id, ...names] = keys;
  return keys.every((key) => key === '') || id === _id || (username !== '' && names.includes(username));
}

function given(parameters: JsonObject, key: string): string | undefined {
  const value = textOf(parameters, key);
  return value?.trim() ? value : undefined;
}
