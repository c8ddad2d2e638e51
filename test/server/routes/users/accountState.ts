import { meteorError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import { deleteUser } from '../../world/accountEnd';
import { deactivateIdle, notActivated, setActiveChecked } from '../../world/activity';
import type { User } from '../../world/documents';
import { newLoginToken } from '../../world/tokens';
import { namedUser } from './named';
import { isTrue, neededText, textOf } from '../parameters';
import { closed, flag, optionalFlag, optionalText, someText, text } from '../schemas';

/** Whether an account is there, may be used, and by whom. */
export const accountStateRoutes: readonly Route[] = [
  {
    verb: 'POST',
    name: 'users.delete',
    auth: 'required',
    permissions: ['delete-user'],
    body: {
      ...closed({ userId: text, username: text, user: text, confirmRelinquish: optionalFlag }),
      anyOf: [{ required: ['userId'] }, { required: ['username'] }, { required: ['user'] }],
    },
    handle: ({ world, body }) => ({
      deletedRooms: deleteUser(world, namedUser(world, body), isTrue(body, 'confirmRelinquish')),
    }),
  },
  {
    verb: 'POST',
    name: 'users.setActiveStatus',
    auth: 'required',
    permissions: ['edit-other-user-active-status', 'manage-moderation-actions'],
    body: closed({ userId: text, activeStatus: flag, confirmRelinquish: optionalFlag }, [
      'userId',
      'activeStatus',
    ]),
    handle: setActiveStatus,
  },
  {
    verb: 'POST',
    name: 'users.deactivateIdle',
    auth: 'required',
    permissions: ['edit-other-user-active-status'],
    body: closed({ daysIdle: { type: 'number' }, role: optionalText }, ['daysIdle']),
    handle: deactivate,
  },
];

/** How one comes in as somebody else. */
export function tokenRoutes(tokenSecret: string | undefined): readonly Route[] {
  return [
    {
      verb: 'POST',
      name: 'users.createToken',
      auth: 'required',
      since: '8.0',
      secondFactor: true,
      body: closed({ userId: someText, secret: someText }, ['userId', 'secret']),
      handle: (call) => createToken(call, tokenSecret),
    },
    {
      verb: 'POST',
      name: 'users.createToken',
      auth: 'required',
      until: '8.0',
      handle: (call) => tokenFor(call, namedUser(call.world, call.body)),
    },
  ];
}

function setActiveStatus({ world, user: editor, body }: Call): JsonObject {
  const user = world.users.byId(neededText(body, 'userId'));
  if (!user) throw notActivated();
  const active = isTrue(body, 'activeStatus');
  setActiveChecked(world, editor, { user, active, confirmed: isTrue(body, 'confirmRelinquish') });
  return { user: { _id: user._id, active: user.active } };
}

const day = 24 * 60 * 60_000;

function deactivate({ world, body }: Call): JsonObject {
  const since = new Date(world.now() - Number(body['daysIdle']) * day);
  return { count: deactivateIdle(world, textOf(body, 'role') ?? 'user', since) };
}

function createToken(call: Call, tokenSecret: string | undefined): JsonObject {
  const user = namedUser(call.world, call.body);
  if (tokenSecret === undefined || neededText(call.body, 'secret') !== tokenSecret) throw notAuthorized();
  return tokenFor(call, user);
}

function tokenFor({ world, user: caller }: Call, user: User): JsonObject {
  const mayForOthers = world.hasPermission(caller, 'user-generate-access-token');
  if (user !== caller && !mayForOthers) throw notAuthorized();
  return { data: { userId: user._id, authToken: newLoginToken(world, user).value } };
}

function notAuthorized() {
  return meteorError('error-not-authorized', 'Not authorized');
}
