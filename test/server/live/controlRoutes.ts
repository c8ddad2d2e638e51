import { Ajv } from 'ajv';
import { type Context, Hono } from 'hono';
import type { Env } from '../http/shell';
import { jsonIn } from '../json';
import { text } from '../routes/schemas';
import type { Refusal } from './door';
import type { Chances } from './mischief';
import type { Sockets } from './sockets';

const chance = { type: 'number', minimum: 0, maximum: 1 };

const isWhose = checkOf<{ readonly user?: string }>({ user: text });
const isRefusal = checkOf<{ readonly how: Refusal }>(
  {
    how: {
      anyOf: [
        { enum: ['refuse', 'silent', 'mute'] },
        {
          type: 'object',
          properties: { status: { type: 'integer', minimum: 400, maximum: 599 } },
          required: ['status'],
          additionalProperties: false,
        },
      ],
    },
  },
  ['how'],
);
const isChances = checkOf<Chances>({
  drop: chance,
  repeat: chance,
  reorder: chance,
  seed: { type: 'integer' },
});

function checkOf<T>(properties: object, required: readonly string[] = []) {
  return new Ajv().compile<T>({ type: 'object', properties, required, additionalProperties: false });
}

/** What goes wrong with sockets, on request. */
export function socketRoutes(sockets: Sockets): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/', (c) => c.json({ count: sockets.count(c.req.query('user')) }));
  app.post('/cut', (c) => asked(c, isWhose, ({ user }) => sockets.cut(user)));
  app.post('/freeze', (c) => asked(c, isWhose, ({ user }) => sockets.freeze(user)));
  app.post('/thaw', (c) => asked(c, isWhose, ({ user }) => sockets.thaw(user)));
  app.post('/refuse', (c) => asked(c, isRefusal, ({ how }) => sockets.refuse(how)));
  app.post('/accept', (c) => asked(c, isWhose, () => sockets.accept()));
  app.post('/disturb', (c) => asked(c, isChances, (chances) => sockets.disturb(chances)));
  app.post('/calm', (c) => asked(c, isWhose, () => sockets.calm()));
  app.post('/beat', (c) => asked(c, isWhose, () => sockets.beat()));
  return app;
}

/** No body at all asks for nothing special. */
async function asked<T>(
  c: Context<Env>,
  isFit: (value: unknown) => value is T,
  run: (value: T) => void,
): Promise<Response> {
  const sent = await c.req.text();
  const value = sent === '' ? {} : jsonIn(sent);
  if (!isFit(value)) return c.json({ error: 'This cannot be done to sockets' }, 400);
  run(value);
  return c.json({});
}
