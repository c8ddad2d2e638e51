import { type Context, Hono } from 'hono';
import type { Env, Shell } from '../../http/shell';
import type { EmojiPicture } from '../../world/customEmoji';
import { drawnAt, letterSquare } from './letterImage';

/** Pictures of the workspace's own emoji; a missing one is answered by a drawn question mark. */
export function emojiRoutes(shell: Shell): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/:file', (c) => {
    c.header('Content-Disposition', 'inline');
    const [, name = '', extension = ''] = /^([^.]*)\.?(.*)$/.exec(c.req.param('file')) ?? [];
    const emoji = shell.world.customEmoji.byName(name);
    const picture = emoji?.extension === extension ? shell.world.customEmoji.pictureOf(emoji) : undefined;
    return picture ? shown(c, picture, extension) : unknown(c);
  });
  app.get('*', (c) => c.text('Forbidden', 403));
  return app;
}

/** Every picture that is no PNG is called a JPEG. */
function shown(c: Context, { bytes, uploadedAt }: EmojiPicture, extension: string): Response {
  c.header('Last-Modified', new Date(uploadedAt).toUTCString());
  if (c.req.header('If-Modified-Since') === new Date(uploadedAt).toUTCString()) return c.body(null, 304);
  return c.body(bytes, 200, {
    'Cache-Control': 'public, max-age=31536000',
    'Content-Length': String(bytes.length),
    'Content-Type': /^png$/i.test(extension) ? 'image/png' : 'image/jpeg',
  });
}

function unknown(c: Context): Response {
  c.header('Cache-Control', 'public, max-age=0');
  c.header('Expires', '-1');
  c.header('Last-Modified', drawnAt);
  if (c.req.header('If-Modified-Since') === drawnAt) return c.body(null, 304);
  const drawing = letterSquare({ letters: '?', color: '#000000', size: 50 });
  return c.body(drawing, 200, { 'Content-Type': 'image/svg+xml' });
}
