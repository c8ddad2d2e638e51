import type { Context } from 'hono';
import type { Environment } from '../environment';
import type { Route } from '../route';
import type { World } from '../world/world';
import type { Caller } from './caller';
import { Rejection } from '../failures';
import type { Limit } from './rateLimiter';
import type { Env, Shell } from './shell';

export interface Asking {
  readonly c: Context<Env>;
  readonly caller: Caller;
  readonly address: string;
}

/** Counts the call, says so in the answer's headers, and refuses the one too many. */
export function countCall(route: Route, shell: Shell, { c, caller, address }: Asking): void {
  const { world, limiter, environment } = shell;
  const limit = limitOf(route, world);
  if (!isLimited(world, environment) || limit.calls === 0 || limit.ms === 0) return;
  if (caller.user && world.hasPermission(caller.user, 'api-bypass-rate-limit')) return;
  const verdict = limiter.take(`${route.verb} ${route.name}`, address, limit);
  c.header('X-RateLimit-Limit', String(limit.calls));
  c.header('X-RateLimit-Remaining', String(verdict.remaining));
  c.header('X-RateLimit-Reset', String(verdict.reset));
  if (!verdict.allowed) throw tooMany(verdict.secondsToReset);
}

/** Developers have a switch of their own. */
export function isLimited(world: World, { isDevelopment }: Environment): boolean {
  const counts = isDevelopment ? world.isOn('API_Enable_Rate_Limiter_Dev') : true;
  return counts && world.isOn('API_Enable_Rate_Limiter');
}

function limitOf({ limit }: Route, world: World): Limit {
  const read = (value: number | string) => (typeof value === 'string' ? world.number(value) : value);
  return {
    calls: read(limit?.calls ?? 'API_Enable_Rate_Limiter_Limit_Calls_Default'),
    ms: read(limit?.ms ?? 'API_Enable_Rate_Limiter_Limit_Time_Default'),
  };
}

function tooMany(seconds: number): Rejection {
  const wait = `You must wait ${seconds} seconds before trying this endpoint again.`;
  const error = `Error, too many requests. Please slow down. ${wait} [error-too-many-requests]`;
  return new Rejection(429, { success: false, error });
}
