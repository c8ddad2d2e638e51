import { type Context, Hono } from 'hono';
import type { Route } from './route';
import { avatarRoutes } from './routes/files/avatars';
import { controlRoutes } from './routes/control';
import { emojiRoutes } from './routes/files/emoji';
import { fileRoutes } from './routes/files/files';
import { serverInfo } from './routes/workspace/info';
import { isIn } from './version';
import { serve } from './http/api';
import { headerCaller } from './http/caller';
import { cors } from './http/cors';
import type { LoggedRequest } from './http/requestLog';
import type { Env, Shell } from './http/shell';
import { troubles } from './http/troubles';

/** All that the server answers. The control route lives beside the sub-path and meets no fault. */
export function createApp(shell: Shell, routes: readonly Route[]): Hono<Env> {
  const app = new Hono<Env>();
  app.route('/__control', controlRoutes(shell));
  app.use(async (c, next) => {
    shell.requests.add(await logged(c));
    await next();
  });
  app.use(troubles(shell.faults, (url) => pathUnder(shell.rootPath, url)));
  app.route(shell.rootPath === '' ? '/' : shell.rootPath, served(shell, routes));
  app.notFound((c) => c.text('Unknown path', 404));
  return app;
}

function served(shell: Shell, routes: readonly Route[]): Hono<Env> {
  const app = new Hono<Env>();
  app.use(
    '/api/*',
    cors(() => shell.world),
  );
  app.get('/api/info', (c) => c.json(serverInfo(shell.world, headerCaller(c, shell.world).user)));
  for (const route of routes.filter((row) => isIn(shell.world.version, row)))
    app.on(route.verb, `/api/v1/${route.name}`, serve(route, shell));
  app.all('/api/*', (c) => c.json({ status: 'error', message: 'API endpoint does not exist.' }, 404));
  app.route('/avatar', avatarRoutes(shell));
  app.route('/file-upload', fileRoutes(shell));
  // Where files lay before; links of old messages lead there.
  app.route('/ufs/GridFS:Uploads', fileRoutes(shell));
  app.route('/emoji-custom', emojiRoutes(shell));
  app.get('*', webPage);
  return app;
}

/** The web client answers every other address alike: rooms, settings, what is not there. */
function webPage(c: Context): Response {
  const page = '<!doctype html><html><head><title>Rocket.Chat</title></head><body>Rocket.Chat</body></html>';
  return c.body(page, 200, { 'Content-Type': 'text/html; charset=utf-8' });
}

async function logged(c: Context<Env>): Promise<LoggedRequest> {
  const { pathname, search } = new URL(c.req.url);
  const isUpload = c.req.header('Content-Type')?.includes('multipart/form-data') ?? false;
  const body = c.req.method === 'GET' || isUpload ? '' : await c.req.text();
  return { method: c.req.method, path: pathname + search, headers: c.req.header(), body };
}

function pathUnder(rootPath: string, url: string): string {
  const { pathname } = new URL(url);
  return pathname.startsWith(`${rootPath}/`) ? pathname.slice(rootPath.length) : pathname;
}
