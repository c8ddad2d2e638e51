import assert from 'node:assert/strict';
import { EventEmitter, getEventListeners, once } from 'node:events';
import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Client } from '../../../src/api/client';
import { uploadMs, type UploadProgress } from '../../../src/api/upload';
import { clientOf, credentialsOf, failureFrom } from '../../support/clientOf';
import { FakeClock } from '../../support/fakeClock';
import { PlainServer } from '../../support/plainServer';
import { strayErrors } from '../../support/strayErrors';

const stored = '{"success":true,"file":{"_id":"f","url":"/file-upload/f/a.bin"}}';
const large = new File([new Uint8Array(20_000_000)], 'a.bin');
const small = new File(['hello'], 'a.txt', { type: 'text/plain' });
const rid = 'r';

describe('the bytes of an upload', () => {
  let server: PlainServer;
  let client: Client;
  let clock: FakeClock;
  afterEach(() => server.close());

  async function start(answer: RequestListener): Promise<void> {
    server = await PlainServer.start(answer);
    clock = new FakeClock();
    client = clientOf(server, { version: '8.8', clock, random: () => 0 });
  }

  /** Takes a request to its end before it answers. */
  const takingAll =
    (answer: RequestListener, take: (body: Buffer) => void = () => undefined): RequestListener =>
    (request, response) =>
      void buffer(request).then((body) => {
        take(body);
        answer(request, response);
      });

  it('are announced by their number, not sent in chunks', async () => {
    let body: Buffer = Buffer.of();
    await start(
      takingAll(
        (_, response) => response.end(stored),
        (all) => (body = all),
      ),
    );

    await client.media({ rid, file: small });

    const { headers } = server.requests[0] ?? assert.fail('nothing came');
    assert.equal(headers['content-length'], String(body.length));
    assert.equal(headers['transfer-encoding'], undefined);
    assert.match(headers['content-type'] ?? '', /^multipart\/form-data; boundary=/);
    assert.match(
      body.toString(),
      /name="file"; filename="a\.txt"\r\nContent-Type: text\/plain\r\n\r\nhello\r\n--/,
    );
  });

  it('go with the token, and without a redirect', async () => {
    await start(
      takingAll((_, response) => response.writeHead(307, { location: 'https://x.example/' }).end()),
    );

    const { failure } = await failureFrom(client.media({ rid, file: small }));

    assert.deepEqual(failure, { kind: 'protocol', redirectedTo: 'https://x.example/' });
    assert.equal(server.requests[0]?.headers['x-auth-token'], credentialsOf('ann').authToken);
  });

  it('are counted up to the last', async () => {
    await start(takingAll((_, response) => response.end(stored)));
    const told: UploadProgress[] = [];

    await client.media({ rid, file: large }, { onProgress: (progress) => progress && told.push(progress) });

    const { total } = told[0] ?? assert.fail('nothing was told');
    assert.equal(String(total), server.requests[0]?.headers['content-length']);
    assert.deepEqual(
      told,
      told.toSorted((a, b) => a.sent - b.sent),
    );
    assert.deepEqual(told.at(-1), { sent: total, total });
  });

  it('are not counted ahead of a server that takes none', async () => {
    await start((request) => void request.pause());
    const controller = new AbortController();
    const news = new EventEmitter();
    let sent = 0;

    const failing = failureFrom(
      client.media(
        { rid, file: large },
        {
          signal: controller.signal,
          onProgress: (progress) => news.emit('sent', (sent = progress?.sent ?? 0)),
        },
      ),
    );
    await once(news, 'sent');
    await new Promise(setImmediate);
    controller.abort();
    await failing;

    assert.ok(sent < large.size);
  });

  it('arrive although whoever hears of them throws', async () => {
    await start(takingAll((_, response) => response.end(stored)));
    const mistake = new Error('mine');

    const strays = await strayErrors(async () => {
      const { file } = await client.media(
        { rid, file: small },
        {
          onProgress: () => {
            throw mistake;
          },
        },
      );

      assert.equal(file._id, 'f');
    });

    assert.ok(strays.length > 0 && strays.every((stray) => stray === mistake));
  });

  it('stop with the signal, at any moment', async () => {
    await start(takingAll((_, response) => response.end(stored)));
    const controller = new AbortController();
    let steps = 0;
    const onProgress = () => {
      steps += 1;
      if (steps === 3) controller.abort();
    };

    const strays = await strayErrors(async () => {
      const { signal } = controller;
      const { failure } = await failureFrom(client.media({ rid, file: large }, { signal, onProgress }));

      assert.equal(failure.kind, 'cancelled');
    });

    assert.ok(steps < 10, `${steps} steps`);
    assert.deepEqual([strays, clock.pending, getEventListeners(controller.signal, 'abort')], [[], [], []]);
  });

  it('begin anew after a lost answer', async () => {
    let tries = 0;
    await start(takingAll((_, response) => response.writeHead(++tries < 2 ? 503 : 200).end(stored)));
    const told: number[] = [];

    const sending = client.media(
      { rid, file: small },
      { onProgress: (progress) => told.push(progress?.sent ?? 0) },
    );
    await clock.untilPending(200);
    await clock.advance(200);
    await sending;

    assert.equal(tries, 2);
    assert.equal(told.filter((sent) => sent === told.at(-1)).length, 2);
  });

  it('have the time that their number takes', async () => {
    const news = new EventEmitter();
    await start(takingAll(() => news.emit('taken')));
    const taken = once(news, 'taken');

    const failing = failureFrom(client.media({ rid, file: large }));
    await taken;
    const ms = uploadMs(large.size);
    const { pending } = clock;
    await clock.advance(ms);

    assert.deepEqual(pending, [ms]);
    assert.ok(ms > 600_000, `${ms}`);
    assert.equal((await failing).failure.kind, 'timeout');
  });

  it('wait for the limit of their own route', async () => {
    const limit = { 'x-ratelimit-limit': 1, 'x-ratelimit-remaining': 0 };
    await start(
      takingAll((_, response) => {
        const date = new Date(clock.now()).toUTCString();
        response.writeHead(200, { ...limit, date, 'x-ratelimit-reset': clock.now() + 60_000 }).end(stored);
      }),
    );

    await client.media({ rid, file: small });
    const waits: string[] = [];
    client.onDidWait(({ route }) => waits.push(route));
    const second = client.media({ rid: 'another', file: small });
    await clock.untilPending(60_000);
    await clock.advance(60_000);
    await second;

    assert.deepEqual(waits, ['POST rooms.media']);
    assert.equal(client.limitOf('POST rooms.media')?.limit, 1);
  });

  for (const [status, kind] of [
    [400, 'refused'],
    [401, 'signedOut'],
    [403, 'forbidden'],
    [413, 'refused'],
  ] as const) {
    it(`may be refused before they are all there: ${status}`, async () => {
      await start((request, response) => {
        request.resume();
        response.writeHead(status).end('{"success":false,"error":"no"}');
      });

      const { failure, call } = await failureFrom(
        clientOf(server, { version: '8.8' }).media({ rid, file: large }),
      );

      assert.deepEqual([failure.kind, call.status], [kind, status]);
    });
  }

  it('are of a file that is still there', async () => {
    await start(takingAll((_, response) => response.end(stored)));
    const folder = await mkdtemp(join(tmpdir(), 'upload-'));
    const path = join(folder, 'a.txt');
    await writeFile(path, 'hello');
    const body = await openAsBlob(path);
    await rm(folder, { recursive: true });

    const { failure } = await failureFrom(client.media({ rid, file: { name: 'a.txt', body } }));

    assert.deepEqual(failure, { kind: 'invalid', code: 'unreadable-file' });
  });

  it('become a message once, whatever happens to the answer', async () => {
    await start(
      takingAll(({ url }, response) => {
        const isMedia = url?.startsWith('/api/v1/rooms.media/');
        response.writeHead(isMedia ? 200 : 503).end(stored);
      }),
    );

    const { call } = await failureFrom(client.upload({ rid, file: small }));

    assert.equal(call.route, 'POST rooms.mediaConfirm');
    assert.equal(server.requests.length, 2);
  });
});

describe('the bytes of an upload in a browser', () => {
  beforeEach(() => {
    Object.defineProperty(globalThis, 'document', { value: {}, configurable: true });
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'document');
  });

  it('are not counted, and nobody makes a number up', async () => {
    let body = '';
    const server = await PlainServer.start((request, response) => {
      void buffer(request).then((all) => {
        body = all.toString();
        response.end(stored);
      });
    });
    const told: unknown[] = [];

    await clientOf(server, { version: '8.8' }).media(
      { rid, file: small },
      { onProgress: (progress) => told.push(progress) },
    );
    await server.close();

    assert.deepEqual(told, [undefined]);
    assert.match(server.requests[0]?.headers['content-type'] ?? '', /^multipart\/form-data; boundary=/);
    assert.match(body, /filename="a\.txt"\r\nContent-Type: text\/plain\r\n\r\nhello\r\n/);
  });
});
