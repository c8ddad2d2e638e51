import type { MiddlewareHandler } from 'hono';
import type { World } from '../world/world';

const methods = 'GET, POST, PUT, DELETE, HEAD, PATCH';
/** The second factor's headers are not among them, so that a foreign page cannot send them. */
const headers =
  'Origin, X-Requested-With, Content-Type, Accept, X-User-Id, X-Auth-Token, x-visitor-token, Authorization';

/** Cross-origin rules as the server has them: answers for all, pre-flights only where switched on. */
export function cors(world: () => World): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== 'OPTIONS') {
      await next();
      c.res.headers.set('Access-Control-Allow-Origin', '*');
      c.res.headers.set('Access-Control-Allow-Headers', headers);
      return;
    }
    const origin = c.req.header('Origin');
    if (origin === undefined && c.req.header('Access-Control-Request-Method') === undefined) {
      return c.body('OK');
    }
    if (!world().isOn('API_Enable_CORS')) {
      return c.body('CORS not enabled. Go to "Admin > General > REST Api" to enable it.', 405);
    }
    const allowed = allowedOrigin(world().text('API_CORS_Origin'), origin);
    if (allowed === undefined) return c.body('Invalid origin', 403);
    return c.body('OK', 200, {
      'Access-Control-Allow-Origin': allowed,
      'Access-Control-Allow-Methods': methods,
      'Access-Control-Allow-Headers': headers,
    });
  };
}

function allowedOrigin(setting: string, origin: string | undefined): string | undefined {
  if (setting === '*') return '*';
  const listed = setting.split(',').map((entry) => entry.trim().toLowerCase());
  return origin !== undefined && listed.includes(origin.toLowerCase()) ? origin : undefined;
}
