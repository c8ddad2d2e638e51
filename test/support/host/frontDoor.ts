import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

export interface FrontDoorOptions {
  readonly port: number;
  /** The port of VS Code's server. */
  readonly inner: number;
  /** 32 bytes with which pages encrypt the secrets that they keep. */
  readonly key: Buffer;
  /** The folder that opens when none is asked for. */
  readonly folder: string;
}

export interface FrontDoor {
  readonly url: string;
  close(): void;
}

const keyPath = '/mint-key';

/** Stands before VS Code's server: hands out the key for secrets, and passes on everything else. */
export async function openFrontDoor(options: FrontDoorOptions): Promise<FrontDoor> {
  const server = createServer((asked, reply) => answer(options, asked, reply));
  server.on('upgrade', (asked: IncomingMessage, socket: Duplex) => join(options, asked, socket));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  // A TCP server's address is never a text.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answer(options: FrontDoorOptions, asked: IncomingMessage, reply: ServerResponse): void {
  if (asked.method === 'POST' && asked.url === keyPath) reply.end(options.key);
  else if (asked.url === '/')
    reply.writeHead(302, { location: `/?folder=${encodeURIComponent(options.folder)}` }).end();
  else pass(options, asked, reply);
}

function pass(options: FrontDoorOptions, asked: IncomingMessage, reply: ServerResponse): void {
  const onward = request(onwardOptions(options, asked), (answered) => {
    const cookies = [...(answered.headers['set-cookie'] ?? []), `vscode-secret-key-path=${keyPath}`];
    reply.writeHead(answered.statusCode ?? 502, { ...answered.headers, 'set-cookie': cookies });
    answered.pipe(reply);
  });
  onward.on('error', () => reply.destroy());
  reply.on('close', () => onward.destroy());
  asked.pipe(onward);
}

/** Joins a socket of the page to one of the server. */
function join(options: FrontDoorOptions, asked: IncomingMessage, socket: Duplex): void {
  const onward = request(onwardOptions(options, asked));
  onward.on('upgrade', (answered, inner, first) => {
    socket.write(head(answered));
    socket.write(first);
    inner.pipe(socket).pipe(inner);
    inner.on('error', () => socket.destroy());
    socket.on('error', () => inner.destroy());
  });
  onward.on('response', () => socket.destroy());
  onward.on('error', () => socket.destroy());
  socket.on('error', () => onward.destroy());
  onward.end();
}

function onwardOptions({ inner }: FrontDoorOptions, { method, url, headers }: IncomingMessage) {
  return { host: '127.0.0.1', port: inner, method, path: url, headers };
}

function head({ statusCode, statusMessage, rawHeaders }: IncomingMessage): string {
  const pairs = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1] ?? ''}`] : [],
  );
  return [`HTTP/1.1 ${statusCode ?? 101} ${statusMessage ?? ''}`, ...pairs, '', ''].join('\r\n');
}
