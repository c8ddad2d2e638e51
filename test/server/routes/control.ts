import { Ajv } from 'ajv';
import { type Context, Hono } from 'hono';
import type { ActiveFault, Fault } from '../http/faults';
import type { Env, Shell } from '../http/shell';

const isFault = new Ajv().compile<Fault>({
  type: 'object',
  properties: {
    kind: {
      enum: [
        'drop',
        'hold',
        'delay',
        'status',
        'garbage',
        'html',
        'empty',
        'redirect',
        'truncate',
        'cut',
        'contentType',
      ],
    },
    path: { type: 'string' },
    verb: { type: 'string' },
    times: { type: 'integer' },
    after: { type: 'boolean' },
  },
  required: ['kind', 'path'],
});

/** What no real server has: faults on request, the log of requests, codes without a mailbox. */
export function controlRoutes(shell: Shell): Hono<Env> {
  const app = new Hono<Env>();
  app.post('/faults', (c) => addFault(c, shell));
  app.get('/faults', (c) => c.json({ faults: shell.faults.all().map(shown) }));
  app.delete('/faults', (c) => {
    shell.faults.clear();
    return c.json({});
  });
  app.post('/faults/:id/release', (c) => withFault(c, shell, (fault) => fault.release()));
  app.delete('/faults/:id', (c) => withFault(c, shell, (fault) => fault.remove()));
  app.get('/requests', (c) => c.json({ requests: shell.requests.all() }));
  app.delete('/requests', (c) => {
    shell.requests.clear();
    return c.json({});
  });
  app.get('/email-code', (c) => emailCode(c, shell));
  app.post('/reset', (c) => {
    shell.reset();
    return c.json({});
  });
  return app;
}

async function addFault(c: Context<Env>, shell: Shell): Promise<Response> {
  const fault: unknown = JSON.parse(await c.req.text());
  if (!isFault(fault)) return c.json({ error: 'This is no fault', details: isFault.errors }, 400);
  return c.json(shown(shell.faults.add(fault)));
}

function withFault(c: Context<Env>, shell: Shell, run: (fault: ActiveFault) => void): Response {
  const found = shell.faults.all().find(({ id }) => String(id) === c.req.param('id'));
  if (!found) return c.json({ error: 'There is no such fault' }, 404);
  run(found);
  return c.json(shown(found));
}

function shown({ id, hits, fault }: ActiveFault) {
  return { id, hits, fault };
}

/** The code that the last e-mail to `?user=<username>` held. */
function emailCode(c: Context<Env>, shell: Shell): Response {
  const code = shell.emailCode(c.req.query('user') ?? '');
  return code === undefined ? c.json({ error: 'No code was sent' }, 404) : c.json({ code });
}
