import { setTimeout as pause } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler } from 'hono';
import type { ActiveFault, Fault, Faults } from './faults';
import type { Env } from './shell';

const json: ResponseInit = { headers: { 'Content-Type': 'application/json' } };
const page = '<!doctype html><title>Guest network</title><p>Accept our terms to go on.</p>';

/** Lets the faults in force happen to the requests that they concern. */
export function troubles(faults: Faults, pathOf: (url: string) => string): MiddlewareHandler<Env> {
  return async (c, next) => {
    const active = faults.take(c.req.method, pathOf(c.req.url));
    if (!active) return next();
    const first = actsFirst(active.fault);
    if (first) await next();
    const answer = await troubled(c, active);
    if (answer) replace(c, answer);
    else if (!first) await next();
  };
}

function actsFirst(fault: Fault): boolean {
  return fault.after ?? ['truncate', 'cut', 'contentType'].includes(fault.kind);
}

/** The answer in place of the true one, or undefined where that still comes. */
async function troubled(c: Context<Env>, active: ActiveFault): Promise<Response | undefined> {
  const { fault } = active;
  if (fault.kind === 'hold') return active.released.then(() => undefined);
  if (fault.kind === 'slow') {
    narrow(c, fault.bytesPerSecond, active.released);
    return undefined;
  }
  if (fault.kind === 'delay') return pause(fault.ms, undefined, { ref: false });
  if (fault.kind === 'drop') return dropped(c);
  if (fault.kind === 'cut') return cut(c);
  if (fault.kind === 'truncate' || fault.kind === 'contentType') return spoilt(c, fault);
  return invented(fault);
}

/** The request is read through a pipe, narrow until it is released; what does not fit waits with its sender. */
function narrow(c: Context<Env>, bytesPerSecond: number, released: Promise<void>): void {
  const { raw } = c.req;
  if (!raw.body) return;
  const pipe = new TransformStream<Uint8Array, Uint8Array>({
    async transform(piece, controller) {
      await Promise.race([
        released,
        pause((1000 * piece.byteLength) / bytesPerSecond, undefined, { ref: false }),
      ]);
      controller.enqueue(piece);
    },
  });
  const { url, method, headers } = raw;
  const init: RequestInit & { readonly duplex: string } = {
    method,
    headers,
    body: raw.body.pipeThrough(pipe),
    duplex: 'half',
  };
  c.req.raw = new Request(url, init);
}

type Invention = Extract<Fault, { kind: 'status' | 'garbage' | 'html' | 'empty' | 'redirect' }>;

function invented(fault: Invention): Response {
  switch (fault.kind) {
    case 'status':
      return asTold(fault);
    case 'garbage':
      return new Response(new Uint8Array([0xff, 0x00, 0xfe, 0x7b, 0x80]), json);
    case 'html':
      return new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
    case 'empty':
      return new Response('', json);
    case 'redirect':
      return new Response(null, { status: fault.status ?? 302, headers: { Location: fault.to } });
  }
}

function asTold(fault: Extract<Fault, { kind: 'status' }>): Response {
  const { body, headers, status } = fault;
  const type = typeof body === 'object' ? 'application/json' : 'text/plain; charset=utf-8';
  return new Response(typeof body === 'object' ? JSON.stringify(body) : (body ?? null), {
    status,
    headers: { 'Content-Type': type, ...headers },
  });
}

async function spoilt(c: Context<Env>, fault: Fault): Promise<Response> {
  // A file may be packed, and is none any more once it has been a text.
  const bytes = await c.res.arrayBuffer();
  const headers = new Headers(c.res.headers);
  headers.delete('content-length');
  if (fault.kind === 'contentType') headers.set('content-type', fault.type);
  const body = fault.kind === 'truncate' ? bytes.slice(0, bytes.byteLength / 2) : bytes;
  return new Response(body, { status: c.res.status, headers });
}

function dropped(c: Context<Env>): Response {
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

async function cut(c: Context<Env>): Promise<Response> {
  const { outgoing } = c.env;
  const bytes = Buffer.from(await c.res.arrayBuffer());
  outgoing.writeHead(c.res.status, { ...Object.fromEntries(c.res.headers), 'content-length': bytes.length });
  outgoing.write(bytes.subarray(0, bytes.length / 2), () => outgoing.destroy());
  return RESPONSE_ALREADY_SENT;
}

/** Setting it to nothing first keeps the headers of the true answer out of the other. */
function replace(c: Context<Env>, answer: Response): void {
  c.res = undefined;
  c.res = answer;
}
