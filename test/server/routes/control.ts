import { Ajv } from 'ajv';
import { type Context, Hono } from 'hono';
import type { ActiveFault, Fault } from '../http/faults';
import { isObject } from '../isObject';
import { jsonIn } from '../json';
import { socketRoutes } from '../live/controlRoutes';
import type { Env, Shell } from '../http/shell';
import type { JsonObject } from '../route';
import { text, texts } from './schemas';

const common = { verb: text, path: text, times: { type: 'integer', minimum: 1 }, after: { type: 'boolean' } };
/** The smallest and the largest that a web answer can be made with. */
const status = { type: 'integer', minimum: 200, maximum: 599 };
const headers = { type: 'object', additionalProperties: text };

const isFault = new Ajv({ discriminator: true, allowUnionTypes: true }).compile<Fault>({
  type: 'object',
  discriminator: { propertyName: 'kind' },
  required: ['kind'],
  oneOf: [
    ...['drop', 'hold', 'garbage', 'html', 'empty', 'truncate', 'cut'].map((kind) => faultOf(kind)),
    faultOf('delay', { ms: { type: 'number', minimum: 0 } }),
    faultOf('slow', { bytesPerSecond: { type: 'number', exclusiveMinimum: 0 } }),
    faultOf('status', { status }, { body: { type: ['string', 'object', 'array'] }, headers }),
    faultOf('redirect', { to: text }, { status: { enum: [301, 302, 303, 307, 308] } }),
    faultOf('contentType', { type: text }),
  ],
});

const isLicence = new Ajv().compile<{ modules: string[] }>({
  type: 'object',
  properties: { modules: texts },
  required: ['modules'],
  additionalProperties: false,
});

function faultOf(kind: string, needed: JsonObject = {}, others: JsonObject = {}): JsonObject {
  return {
    properties: { kind: { const: kind }, ...common, ...needed, ...others },
    required: ['path', ...Object.keys(needed)],
    additionalProperties: false,
  };
}

/** What no real server has: faults on request, the log of requests, codes without a mailbox, free licences. */
export function controlRoutes(shell: Shell): Hono<Env> {
  const app = new Hono<Env>();
  app.route('/sockets', socketRoutes(shell.sockets));
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
  app.post('/licences', (c) => grant(c, shell));
  app.post('/apps', (c) => loadApps(c, shell));
  app.post('/reset', (c) => {
    shell.reset();
    return c.json({});
  });
  return app;
}

async function addFault(c: Context<Env>, shell: Shell): Promise<Response> {
  const fault = jsonIn(await c.req.text());
  if (!isFault(fault)) return c.json({ error: 'This is no fault', details: isFault.errors }, 400);
  return c.json(shown(shell.faults.add(fault)));
}

/** The workspace has these modules from now on, and no others. */
async function grant(c: Context<Env>, shell: Shell): Promise<Response> {
  const licence = jsonIn(await c.req.text());
  if (!isLicence(licence)) return c.json({ error: 'This is no licence', details: isLicence.errors }, 400);
  const { licences } = shell.world;
  licences.clear();
  for (const name of licence.modules) licences.add(name);
  return c.json(licence);
}

/** Until its apps are there, a workspace lists no commands. */
async function loadApps(c: Context<Env>, shell: Shell): Promise<Response> {
  const state = jsonIn(await c.req.text());
  const loaded = isObject(state) && state['loaded'] === true;
  shell.world.appsLoaded = loaded;
  return c.json({ loaded });
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
