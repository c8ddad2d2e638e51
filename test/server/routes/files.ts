import { type Context, Hono } from 'hono';
import { headerCaller, linkCaller } from '../http/caller';
import type { Env, Shell } from '../http/shell';
import { canAccess } from '../world/access';
import type { Upload, User } from '../world/documents';
import type { World } from '../world/world';
import { fileContent } from './fileContent';

/** What people have sent into rooms (rocketchat-api.md 13.1). Refusals have no body. */
export function fileRoutes(shell: Shell): Hono<Env> {
  const app = new Hono<Env>();
  // Only the id counts, whatever name follows.
  app.get('/:id/*', (c) => {
    const upload = shell.world.uploads.byId(c.req.param('id'));
    if (!upload) return c.body(null, 404);
    return mayRead(c, shell.world, upload) ? sent(c, upload) : c.body(null, 403);
  });
  app.get('*', (c) => c.body(null, 404));
  return app;
}

function mayRead(c: Context, world: World, upload: Upload): boolean {
  if (!world.isOn('FileUpload_ProtectFiles')) return true;
  const user = linkCaller(c, world).user ?? headerCaller(c, world).user;
  return user !== undefined && isForEyesOf(world, user, upload.rid);
}

function isForEyesOf(world: World, user: User, rid: string): boolean {
  if (world.isOn('FileUpload_Restrict_to_room_members')) {
    return world.subscriptions.of(user._id, rid) !== undefined;
  }
  if (!world.isOn('FileUpload_Restrict_to_users_who_can_access_room')) return true;
  const room = world.rooms.byId(rid);
  return room !== undefined && canAccess(world, user, room);
}

function sent(c: Context, upload: Upload): Response {
  const way = c.req.query('download') === undefined ? 'inline' : 'attachment';
  return c.body(upload.bytes ?? fileContent(upload), 200, {
    'Cache-Control': 'max-age=31536000',
    'Content-Disposition': `${way}; filename*=UTF-8''${encodeURIComponent(upload.name)}`,
    'Content-Security-Policy': "default-src 'none'",
    'Content-Type': upload.type,
  });
}
