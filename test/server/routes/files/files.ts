import { deflateSync, gzipSync } from 'node:zlib';
import { type Context, Hono } from 'hono';
import { fileCaller } from '../../http/caller';
import { nameTelling } from '../../http/mediaTypes';
import type { Env, Shell } from '../../http/shell';
import { isBefore } from '../../version';
import { canAccess } from '../../world/access';
import type { Upload, User } from '../../world/documents';
import type { World } from '../../world/world';
import { fileContent } from './fileContent';

/** What people have sent into rooms. Refusals have no body. */
export function fileRoutes(shell: Shell): Hono<Env> {
  const app = new Hono<Env>();
  // Only the id counts, whatever name follows.
  app.get('/:id/*', (c) => {
    const { world } = shell;
    const upload = world.uploads.byId(c.req.param('id'));
    if (!upload) return c.body(null, 404);
    if (!mayRead(c, world, upload)) return c.body(null, 403);
    return asksWhere(c, world) ? whereItIs(c, upload) : sent(c, upload);
  });
  app.get('*', (c) => c.body(null, 404));
  return app;
}

function mayRead(c: Context, world: World, upload: Upload): boolean {
  if (!world.isOn('FileUpload_ProtectFiles')) return true;
  const { user } = fileCaller(c, world);
  return user !== undefined && isForEyesOf(world, user, upload.rid);
}

/** With both settings on the server lets nobody read anything. */
function isForEyesOf(world: World, user: User, rid: string): boolean {
  const forMembers = world.isOn('FileUpload_Restrict_to_room_members');
  const forSeeing = world.isOn('FileUpload_Restrict_to_users_who_can_access_room');
  if (forMembers) return !forSeeing && world.subscriptions.of(user._id, rid) !== undefined;
  const room = world.rooms.byId(rid);
  return !forSeeing || (room !== undefined && canAccess(world, user, room));
}

function asksWhere(c: Context, world: World): boolean {
  const asked = c.req.query('replyWithRedirectUrl') ?? '';
  return ['true', '1'].includes(asked) && !isBefore(world.version, '7.0');
}

/** The bytes lie here and nowhere else. */
function whereItIs(c: Context, { name, type, size }: Upload): Response {
  c.header('Cache-Control', 'no-cache, no-store, must-revalidate');
  return c.json({ redirectUrl: false, name, type, size });
}

function sent(c: Context, upload: Upload): Response {
  const bytes = upload.bytes ?? fileContent(upload);
  const way = c.req.query('download') === undefined ? 'inline' : 'attachment';
  c.header('Content-Security-Policy', "default-src 'none'");
  c.header('Cache-Control', 'max-age=31536000');
  const range = /(\d+)-(\d+)/.exec(c.req.header('Range') ?? '');
  if (range && !isWithin(range, bytes.length)) {
    return c.body(null, 416, { 'Content-Range': `bytes */${bytes.length}` });
  }
  c.header(
    'Content-Disposition',
    `${way}; filename*=UTF-8''${encodeURIComponent(nameTelling(upload.type, upload.name))}`,
  );
  c.header('Last-Modified', new Date(upload.uploadedAt).toUTCString());
  c.header('Content-Type', upload.type || 'application/octet-stream');
  return range ? part(c, bytes, range) : whole(c, bytes);
}

/** A range of one byte counts as none, and the last byte may be one too far. */
function isWithin([, first, last]: RegExpExecArray, size: number): boolean {
  return Number(first) <= size && Number(last) > Number(first) && Number(last) <= size;
}

function part(c: Context, bytes: Uint8Array<ArrayBuffer>, [, first, last]: RegExpExecArray): Response {
  const content = bytes.slice(Number(first), Number(last) + 1);
  return c.body(content, 206, {
    'Content-Range': `bytes ${first ?? ''}-${last ?? ''}/${bytes.length}`,
    'Content-Length': String(content.length),
  });
}

/** Packed for whoever can unpack it, and then without its length. */
function whole(c: Context, bytes: Uint8Array<ArrayBuffer>): Response {
  const accepted = c.req.header('Accept-Encoding') ?? '';
  if (/\bgzip\b/.test(accepted)) return c.body(gzipSync(bytes), 200, { 'Content-Encoding': 'gzip' });
  if (/\bdeflate\b/.test(accepted)) return c.body(deflateSync(bytes), 200, { 'Content-Encoding': 'deflate' });
  return c.body(bytes, 200, { 'Content-Length': String(bytes.length) });
}
