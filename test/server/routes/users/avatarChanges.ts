import { forbidden, meteorError } from '../../failures';
import { formComplaints, readForm } from '../../http/multipart';
import type { Call, JsonObject, Route } from '../../route';
import { type Picture, resetUserAvatar, setUserAvatar } from '../../world/avatars';
import type { User } from '../../world/documents';
import { isAboutCaller, namedUser } from './named';
import { textOf } from '../parameters';
import { closed, optionalText, text } from '../schemas';

const whom = { userId: optionalText, username: optionalText };

/** The pictures that people choose for themselves and, if they may, for others. */
export const avatarChangeRoutes: readonly Route[] = [
  {
    verb: 'POST',
    name: 'users.setAvatar',
    auth: 'required',
    body: closed({ avatarUrl: optionalText, ...whom }),
    handle: set,
  },
  {
    verb: 'POST',
    name: 'users.resetAvatar',
    auth: 'required',
    body: closed({ userId: text, username: text, user: text }),
    handle: reset,
  },
  {
    verb: 'GET',
    name: 'users.getAvatar',
    auth: 'required',
    query: closed({ ...whom, user: optionalText }),
    handle: get,
  },
  // Suggestions come from services that nobody here is signed in to.
  { verb: 'GET', name: 'users.getAvatarSuggestion', auth: 'required', handle: () => ({ suggestions: {} }) },
];

async function set(call: Call): Promise<JsonObject> {
  const { world, user, body } = call;
  const mayForOthers = world.hasPermission(user, 'edit-other-user-avatar');
  if (!world.isOn('Accounts_AllowUserAvatarChange') && !mayForOthers) {
    throw meteorError('error-not-allowed', 'Change avatar is not allowed', { method: 'users.setAvatar' });
  }
  if (!isAboutCaller(body, user) && !mayForOthers) throw forbidden();
  const target = isAboutCaller(body, user) ? user : namedUser(world, body);
  const url = textOf(body, 'avatarUrl');
  if (url) setUserAvatar(world, target, await pictureAt(url, target));
  else await setSent(call, target);
  return {};
}

/** The form may name somebody as well. */
async function setSent(call: Call, target: User): Promise<void> {
  const { world, user } = call;
  const { file, fields } = await readForm(call, { field: 'image', complaints: formComplaints });
  if (!file) throw meteorError('No file uploaded');
  const owner = namedInForm(call, fields) ?? target;
  if (owner !== target && owner !== user && !world.hasPermission(user, 'edit-other-user-avatar')) {
    throw meteorError('error-not-allowed', 'Not allowed');
  }
  setUserAvatar(world, owner, file);
}

function namedInForm({ world }: Call, { userId, username }: Readonly<Record<string, string>>) {
  if (!userId && !username) return undefined;
  const named = userId ? world.users.byId(userId) : world.users.byUsernameIgnoringCase(username ?? '');
  if (named) return named;
  const reason = 'The optional "userId" or "username" param provided does not match any users';
  throw meteorError('error-invalid-user', reason);
}

/** The server fetches it by itself; `data:` addresses hold the picture. */
async function pictureAt(url: string, { username }: User): Promise<Picture> {
  const response = await fetch(url).catch((error: unknown) => {
    if (error instanceof TypeError) throw invalidAddress(url, encodeURI(url));
    throw error;
  });
  if (response.status === 404) throw invalidAddress(url, url);
  if (response.status !== 200) {
    const reason = `Error while handling avatar setting from a URL (${encodeURI(url)}) for ${username}`;
    const details = { function: 'RocketChat.setUserAvatar', url, username };
    throw meteorError('error-avatar-url-handling', reason, details);
  }
  const type = response.headers.get('Content-Type') ?? '';
  if (!/image\/.+/.test(type)) throw invalidAddress(url, url);
  return { type, bytes: new Uint8Array(await response.arrayBuffer()) };
}

function invalidAddress(url: string, shown: string) {
  const details = { function: 'setUserAvatar', url };
  return meteorError('error-avatar-invalid-url', `Invalid avatar URL: ${shown}`, details);
}

function reset({ world, user, body }: Call): JsonObject {
  const target = namedUser(world, body);
  const mayChangeOwn = target === user && world.isOn('Accounts_AllowUserAvatarChange');
  if (!mayChangeOwn && !world.hasPermission(user, 'edit-other-user-avatar')) {
    throw meteorError('error-not-allowed', 'Reset avatar is not allowed', { method: 'users.resetAvatar' });
  }
  resetUserAvatar(world, target);
  return {};
}

function get({ world, query }: Call): Response {
  const { username } = namedUser(world, query);
  const address = `${world.text('Site_Url')}/avatar/${encodeURIComponent(username)}`;
  return Response.json(address, { status: 307, headers: { Location: address } });
}
