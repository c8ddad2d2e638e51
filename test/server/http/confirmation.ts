import { createHash } from 'node:crypto';
import type { Route } from '../route';
import type { SecondFactor } from '../world/secondFactor';
import type { Token, User } from '../world/documents';
import { tokenOf } from '../world/tokens';
import type { World } from '../world/world';
import { meteorError } from '../failures';
import type { Asking } from './limits';
import type { Shell } from './shell';

/** Asks for a second factor where the route wants one; a right one is remembered for a while. */
export function confirmCaller(route: Route, shell: Shell, asking: Asking): void {
  const { user } = asking.caller;
  if (route.secondFactor && user && !shell.environment.isTest) confirm(route, shell, { ...asking, user });
}

function confirm(
  { secondFactor: policy }: Route,
  { world, secondFactor }: Shell,
  asking: Asking & { readonly user: User },
): void {
  const { user, caller } = asking;
  const token = caller.token === undefined ? undefined : tokenOf(user, caller.token);
  const refuse = () => refuseUnconfirmed(world, user, { secondFactor, asking });
  if (token?.bypassTwoFactor) return;
  if (!token || policy === 'everyTime') refuse();
  else rememberAfter(world, { user, token, client: clientOf(asking), now: secondFactor.now() }, refuse);
}

function rememberAfter(world: World, memory: Memory, refuse: () => void): void {
  const { token, client, now } = memory;
  if (isRemembered(world, memory)) return;
  refuse();
  token.confirmed = { client, until: now + rememberedMs(world) };
}

interface Demand {
  readonly secondFactor: SecondFactor;
  readonly asking: Asking;
}

function refuseUnconfirmed(world: World, user: User, { secondFactor, asking: { c } }: Demand): void {
  const refusal = secondFactor.check(world, user, {
    code: c.req.header('x-2fa-code'),
    method: c.req.header('x-2fa-method'),
    password: 'bySetting',
  });
  if (refusal) throw meteorError(refusal.error, refusal.message, refusal.details);
}

interface Memory {
  readonly user: User;
  readonly token: Token;
  readonly client: string;
  readonly now: number;
}

/** By what was given from the same client; and an account that was made just now needs none. */
function isRemembered(world: World, { user, token, client, now }: Memory): boolean {
  const ms = rememberedMs(world);
  if (ms > 0 && Date.parse(user.createdAt) + ms >= world.now()) return true;
  return token.confirmed?.client === client && token.confirmed.until > now;
}

function rememberedMs(world: World): number {
  return Math.max(0, world.number('Accounts_TwoFactorAuthentication_RememberFor')) * 1000;
}

/** The same program at the same address. */
function clientOf({ c, address }: Asking): string {
  const data = JSON.stringify({ userAgent: c.req.header('user-agent'), clientAddress: address });
  return createHash('md5').update(data).digest('hex');
}
