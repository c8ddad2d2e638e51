import { type Context, Hono } from 'hono';
import { type Caller, linkCaller } from '../http/caller';
import type { Env, Shell } from '../http/shell';
import type { Room } from '../world/documents';
import type { World } from '../world/world';
import { drawnAt, letterImage } from './letterImage';

/** Pictures of people and rooms: nobody has uploaded one, so all are drawn. */
export function avatarRoutes(shell: Shell): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (c, next) => (mayLook(c, shell.world) ? next() : c.text('Forbidden', 403)));
  app.get('/room/:rid', (c) => roomAvatar(c, shell.world, c.req.param('rid')));
  app.get('/uid/:id', (c) => {
    const user = shell.world.users.byId(c.req.param('id'));
    return user ? drawn(c, shell.world, user.username) : c.body(null, 404);
  });
  // `@` before it asks for the letters of any name.
  app.get('/:name', (c) => drawn(c, shell.world, c.req.param('name').replace(/^@/, '')));
  app.get('*', (c) => c.body(null, 404));
  return app;
}

/** A discussion shows its parent's. */
function roomAvatar(c: Context, world: World, rid: string): Response {
  const room = world.rooms.byId(rid);
  if (!room) return c.body(null, 404);
  const parent = room.prid === undefined ? undefined : world.rooms.byId(room.prid);
  return drawn(c, world, shownName(parent ?? room, linkCaller(c, world)));
}

/** By query or cookies; headers are not looked at here. */
function mayLook(c: Context, world: World): boolean {
  return !world.isOn('Accounts_AvatarBlockUnauthenticatedAccess') || linkCaller(c, world).user !== undefined;
}

function shownName(room: Room, { user }: Caller): string {
  if (room.t !== 'd') return room.fname ?? room.name ?? '';
  const others = (room.usernames ?? []).filter((name) => name !== user?.username);
  return others[0] ?? user?.username ?? '';
}

function drawn(c: Context, world: World, name: string): Response {
  c.header('Cache-Control', `public, max-age=${world.number('Accounts_AvatarCacheTime')}`);
  c.header('Content-Disposition', 'inline');
  if (c.req.header('If-Modified-Since') === drawnAt) return c.body(null, 304);
  c.header('Last-Modified', drawnAt);
  c.header('Content-Type', 'image/svg+xml');
  return c.body(letterImage(name, Number.parseInt(c.req.query('size') ?? '', 10)));
}
