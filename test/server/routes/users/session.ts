import { Rejection, meteorError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import type { User } from '../../world/documents';
import { newLoginToken, tokenHolder } from '../../world/tokens';
import type { World } from '../../world/world';
import { type LoginRequest, readLogin } from './loginBody';
import type { LoginGuard } from '../../world/loginGuard';
import { ownProfile, type SettingsUnder } from './me';
import type { SecondFactor } from '../../world/secondFactor';

export interface SessionParts {
  readonly secondFactor: SecondFactor;
  readonly guard: LoginGuard;
  readonly settingsUnder: SettingsUnder;
}

type SignInCall = Pick<Call, 'world' | 'body' | 'header' | 'address'>;

interface SignedIn {
  readonly user: User;
  readonly token: string;
}

/** Signing in and out, and who one is. */
export function sessionRoutes(parts: SessionParts): readonly Route[] {
  const { settingsUnder, secondFactor } = parts;
  return [
    { verb: 'POST', name: 'login', auth: 'none', handle: (call) => login(call, parts) },
    { verb: 'GET', name: 'logout', auth: 'required', rawReply: true, handle: logout },
    { verb: 'POST', name: 'logout', auth: 'required', rawReply: true, handle: logout },
    {
      verb: 'GET',
      name: 'me',
      auth: 'required',
      handle: ({ world, user }) => ownProfile(world, user, settingsUnder),
    },
    {
      verb: 'POST',
      name: 'users.2fa.sendEmailCode',
      auth: 'none',
      handle: (call) => sendEmailCode(call, secondFactor),
    },
  ];
}

function login(call: Call, parts: SessionParts): JsonObject {
  const { user, token } = signIn(call, parts);
  const me = ownProfile(call.world, user, parts.settingsUnder);
  return { status: 'success', data: { userId: user._id, authToken: token, me } };
}

/** Who may come in, by whatever the body says. */
export function signIn(call: SignInCall, parts: SessionParts): SignedIn {
  const request = readLogin(call.world, call.body);
  switch (request.kind) {
    case 'resume':
      return resume(call.world, request.token);
    case 'password':
      return byPassword(call, request, parts);
    case 'unknown':
      throw refused({ error: 400, message: request.reason });
  }
}

function resume(world: World, token: string): SignedIn {
  const user = tokenHolder(world, token);
  if (!user) {
    throw refused({ error: 403, message: "You've been logged out by the server. Please log in again." });
  }
  refuseUnfit(world, user, 'resume');
  return { user, token };
}

type PasswordRequest = Extract<LoginRequest, { kind: 'password' }>;

function byPassword(
  call: SignInCall,
  request: PasswordRequest,
  { guard, secondFactor }: SessionParts,
): SignedIn {
  const { world, address } = call;
  const { user } = request;
  const blocked = guard.blocked(world, address, user);
  if (blocked) throw refused(blockedBy[blocked]);
  if (user?.secret.passwordSha256 !== request.digest || !world.isOn('Accounts_ShowFormLogin')) {
    guard.failed(address, user);
    throw refused({ error: 'Unauthorized', message: 'Unauthorized' });
  }
  refuseUnfit(world, user, 'password');
  const code = request.code ?? call.header('x-2fa-code');
  const refusal = secondFactor.check(world, user, { code, method: call.header('x-2fa-method') });
  if (refusal) throw refused({ ...refusal });
  guard.succeeded(address, user);
  user.lastLogin = world.timestamp();
  return { user, token: newLoginToken(world, user).value };
}

const blockedBy = {
  ip: { error: 'error-login-blocked-for-ip', message: 'Login has been temporarily blocked For IP' },
  user: { error: 'error-login-blocked-for-user', message: 'Login has been temporarily blocked For User' },
};

/** Who has the right password or token may still not come in. */
function refuseUnfit(world: World, user: User, by: 'password' | 'resume'): void {
  if (user.type === 'app') {
    const message = 'App user is not allowed to login';
    throw refused({ error: 'error-app-user-is-not-allowed-to-login', message });
  }
  if (!user.active) {
    throw refused({ error: 'error-user-is-not-activated', message: 'User is not activated' });
  }
  if (user.roles.length === 0)
    throw refused({ error: 'error-user-has-no-roles', message: 'User has no roles' });
  const mustBeVerified = world.isOn('Accounts_EmailVerification') && !user.roles.includes('admin');
  if (by === 'password' && mustBeVerified && !user.emails.some((email) => email.verified)) {
    // The placeholder is never filled.
    throw refused({ error: 'error-invalid-email', message: 'Invalid email __email__' });
  }
}

/** A failed sign-in is always a 401. `error` may be a number. */
function refused(keys: { error: string | number; message: string; details?: JsonObject }): Rejection {
  return new Rejection(401, { success: false, status: 'error', ...keys });
}

/** Takes the token in use away, a personal access token too. */
function logout({ world, token }: Call): JsonObject {
  if (token !== undefined) world.users.removeToken(token);
  return { status: 'success', data: { message: "You've been logged out!" } };
}

/** Says success for people who are not there as well. */
function sendEmailCode({ world, body, maybeUser }: Call, secondFactor: SecondFactor): JsonObject {
  const name = body['emailOrUsername'];
  if (typeof name !== 'string' || name === '') {
    throw meteorError('error-parameter-required', 'emailOrUsername is required');
  }
  const named = name.includes('@') ? world.users.byEmail(name) : world.users.byUsername(name);
  const user = maybeUser ?? named;
  if (user) secondFactor.sendEmailCode(world, user);
  return {};
}
