import { type Context, Hono } from 'hono';
import { type Caller, linkCaller } from '../../http/caller';
import type { Env, Shell } from '../../http/shell';
import type { Avatar } from '../../world/avatars';
import type { Room } from '../../world/documents';
import type { World } from '../../world/world';
import { drawnAt, drawnImage, letterImage } from './letterImage';

/** Pictures of people and rooms: those that they have chosen, else drawn ones. */
export function avatarRoutes(shell: Shell): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (c, next) => (mayLook(c, shell.world) ? next() : strangersAvatar(c)));
  app.get('/room/:rid', (c) => roomAvatar(c, shell.world, c.req.param('rid')));
  app.get('/uid/:id', (c) => avatarById(c, shell.world, c.req.param('id')));
  app.get('/:name', (c) => avatarByName(c, shell.world, c.req.param('name')));
  app.get('*', (c) => c.body(null, 404));
  return app;
}

/** By query or cookies; headers are not looked at here. */
function mayLook(c: Context, world: World): boolean {
  return !world.isOn('Accounts_AvatarBlockUnauthenticatedAccess') || linkCaller(c, world).user !== undefined;
}

/** Whoever may not look gets a letter, taken from the address alone; of an id nothing. */
function strangersAvatar(c: Context): Response {
  const [, place = '', rid = ''] = /\/avatar\/([^/]*)\/?(.*)$/.exec(c.req.path) ?? [];
  if (place === 'uid') return c.body(null, 404);
  const name = place === 'room' ? rid || 'Room' : place || 'Anonymous';
  return c.body(letterImage({ name, allInitials: false }), 200, { 'Content-Type': 'image/svg+xml' });
}

function avatarByName(c: Context, world: World, name: string): Response {
  // With `@` before it, it asks for the letters of any name.
  if (name.startsWith('@')) {
    return drawn(c, world, { name: name.slice(1), allInitials: world.isOn('UI_Use_Name_Avatar') });
  }
  const user = world.users.byUsername(name);
  const avatar = user && world.avatars.get(user._id);
  return avatar ? chosen(c, world, avatar) : drawnOnce(c, world, lettersOf(world, name));
}

function avatarById(c: Context, world: World, id: string): Response {
  const user = world.users.byId(id);
  if (!user) return c.body(null, 404);
  const avatar = world.avatars.get(id);
  return avatar ? chosen(c, world, avatar) : drawnOnce(c, world, lettersOf(world, user.username));
}

interface Letters {
  readonly name: string;
  readonly allInitials: boolean;
}

function lettersOf(world: World, username: string): Letters {
  const user = world.isOn('UI_Use_Name_Avatar') ? world.users.byUsernameIgnoringCase(username) : undefined;
  return user?.name ? { name: user.name, allInitials: true } : { name: username, allInitials: false };
}

/** A discussion without a picture shows its parent's. */
function roomAvatar(c: Context, world: World, rid: string): Response {
  const room = world.rooms.byId(rid);
  if (!room) return c.body(null, 404);
  const avatar = world.avatars.get(rid);
  if (avatar) return chosen(c, world, avatar);
  if (room.prid !== undefined) return roomAvatar(c, world, room.prid);
  const name = shownName(room, linkCaller(c, world));
  return drawnOnce(c, world, { name, allInitials: false });
}

function shownName(room: Room, { user }: Caller): string {
  if (room.t !== 'd') return room.fname ?? room.name ?? '';
  const others = (room.usernames ?? []).filter((name) => name !== user?.username);
  return others[0] ?? user?.username ?? '';
}

function chosen(c: Context, world: World, { bytes, type, uploadedAt }: Avatar): Response {
  const modified = new Date(uploadedAt).toUTCString();
  cacheable(c, world);
  c.header('Content-Security-Policy', "default-src 'none'");
  c.header('Last-Modified', modified);
  if (c.req.header('If-Modified-Since') === modified) return c.body(null, 304);
  return c.body(bytes, 200, { 'Content-Type': type, 'Content-Length': String(bytes.length) });
}

function drawnOnce(c: Context, world: World, letters: Letters): Response {
  if (c.req.header('If-Modified-Since') !== drawnAt) return drawn(c, world, letters);
  cacheable(c, world);
  return c.body(null, 304);
}

function drawn(c: Context, world: World, letters: Letters): Response {
  const size = Number.parseInt(c.req.query('size') ?? '', 10);
  const { type, content } = drawnImage({ ...letters, size, format: c.req.query('format') });
  cacheable(c, world);
  c.header('Last-Modified', drawnAt);
  return c.body(content, 200, { 'Content-Type': type });
}

function cacheable(c: Context, world: World): void {
  const seconds = c.req.query('cacheTime') ?? world.number('Accounts_AvatarCacheTime');
  c.header('Cache-Control', `public, max-age=${seconds}`);
  c.header('Content-Disposition', 'inline');
}
