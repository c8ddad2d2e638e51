import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, Handler } from 'hono';
import type { Call, JsonObject, Route } from '../route';
import type { World } from '../world/world';
import { parseBody } from './body';
import { type Caller, admit, headerCaller } from './caller';
import { confirmCaller } from './confirmation';
import { Rejection, meteorError } from '../failures';
import { isObject } from '../isObject';
import { countCall } from './limits';
import { readPage } from './page';
import { parseQuery } from './query';
import type { Env, Shell } from './shell';
import { complaint } from './validation';

/** Serves one route in the server's order of checks. */
export function serve(route: Route, shell: Shell): Handler<Env> {
  return async (c) => {
    c.header('Cache-Control', 'no-store');
    c.header('Pragma', 'no-cache');
    try {
      const keys = await answer(route, shell, c);
      if (keys instanceof Response) return keys;
      return c.json(route.rawReply ? keys : { ...keys, success: true });
    } catch (error) {
      if (error instanceof Rejection) return c.json(error.body, error.status);
      return c.json(internal(error), 500);
    }
  };
}

async function answer(route: Route, shell: Shell, c: Context<Env>): Promise<JsonObject | Response> {
  const { world } = shell;
  const caller = headerCaller(c, world);
  admit(world, route, caller);
  const address = getConnInfo(c).remote.address ?? '';
  const isOld = route.registration === 'old';
  if (isOld) countCall(route, shell, { c, caller, address });
  const query = parseQuery(new URL(c.req.url).search);
  const body = parseBody(c.req.header('Content-Type') ?? '', await textOf(c));
  if (isOld) validateOld(route, query, body);
  else validate(route, query, body);
  if (!isOld) countCall(route, shell, { c, caller, address });
  confirmCaller(route, shell, { c, caller, address });
  return route.handle(newCall(world, caller, { query, body: isObject(body) ? body : {}, address, c }));
}

/** A GET's body is ignored, and that of an upload belongs to its route. */
async function textOf(c: Context<Env>): Promise<string> {
  return c.req.method === 'GET' || isUpload(c) ? '' : c.req.text();
}

function isUpload(c: Context<Env>): boolean {
  return c.req.header('Content-Type')?.includes('multipart/form-data') ?? false;
}

function validate(route: Route, query: JsonObject, body: unknown): void {
  refuseFor(route.query && complaint('query', route.query, query), 'error-invalid-params');
  refuseFor(route.body && complaint('body', route.body, body), 'invalid-params');
}

function refuseFor(error: string | undefined, errorType: string): void {
  if (error !== undefined) throw new Rejection(400, { success: false, errorType, error });
}

/** The old registration has one validator and says the code behind the text. */
function validateOld(route: Route, query: JsonObject, body: unknown): void {
  const error =
    route.verb === 'GET'
      ? route.query && complaint('query', route.query, query)
      : route.body && complaint('body', route.body, body);
  if (error !== undefined) throw meteorError('invalid-params', error);
}

interface Parts {
  readonly query: JsonObject;
  readonly body: JsonObject;
  readonly address: string;
  readonly c: Context<Env>;
}

function newCall(world: World, caller: Caller, { query, body, address, c }: Parts): Call {
  return {
    world,
    query,
    body,
    address,
    params: c.req.param(),
    maybeUser: caller.user,
    token: caller.token,
    header: (name) => c.req.header(name),
    form: async () => (isUpload(c) ? c.req.formData() : new FormData()),
    get user() {
      if (!caller.user) throw new Error('A route without sign-in asked for the signed-in user');
      return caller.user;
    },
    // Read when asked for: a bad `sort` is refused only where it would be used.
    get page() {
      return readPage(query, world);
    },
  };
}

/** A fault of this program. The real server would hide it; whoever tests wants to see it. */
function internal(error: unknown): JsonObject {
  const stack = error instanceof Error ? error.stack : String(error);
  return { success: false, error: 'Internal server error', stack };
}
