import { Hono } from 'hono';
import type { Env } from '../http/shell';
import { drawnAt, letterSquare } from './letterImage';

/**
 * Pictures of the workspace's own emoji: there are none, and a missing one is answered by a drawn question
 * mark.
 */
export function emojiRoutes(): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/:name', (c) => {
    c.header('Cache-Control', 'public, max-age=31536000');
    c.header('Content-Disposition', 'inline');
    if (c.req.header('If-Modified-Since') === drawnAt) return c.body(null, 304);
    c.header('Last-Modified', drawnAt);
    c.header('Content-Type', 'image/svg+xml');
    return c.body(letterSquare({ letters: '?', color: '#000000', size: 50 }));
  });
  app.get('*', (c) => c.text('Forbidden', 403));
  return app;
}
