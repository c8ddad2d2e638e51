import { isLoopback } from './address';
import { avatarHeaders, avatarPath, type Avatar } from './avatar';
import type { Calls } from './calls';
import type { DownloadOptions } from './client';
import { apiError } from './failure';
import { secretsOf } from './redact';
import { failureByStatus, redirectTarget } from './reply';
import { authHeaders, type Home, type Outgoing } from './request';
import { fewTries } from './retry';
import type { Answer, Transport } from './transport';

interface Source {
  readonly home: Home;
  readonly transport: Transport;
  readonly calls: Calls;
}

/** Files are larger than replies. */
const downloadMs = 120_000;

/** What lies behind a path of this server; one redirect to a storage is followed without a header of ours. */
export async function download(source: Source, path: string, options: DownloadOptions = {}): Promise<Blob> {
  const { credentials } = source.home;
  const out = { ...outgoingFile(source.home, 'GET download'), headers: authHeaders(credentials) };
  return fileAt(source, at(path, out, 'foreign-address'), options);
}

/** The picture of a person or room. */
export async function avatar(source: Source, of: Avatar, options: DownloadOptions = {}): Promise<Blob> {
  const { credentials } = source.home;
  const out = { ...outgoingFile(source.home, 'GET avatar'), headers: avatarHeaders(credentials) };
  return fileAt(source, at(avatarPath(of) ?? '', out, 'path-segment'), { accept: 'image/', ...options });
}

async function fileAt(source: Source, out: Outgoing, options: DownloadOptions): Promise<Blob> {
  const { transport } = source;
  const send = async (signal: AbortSignal) => {
    const answer = await transport.blob(out, signal, options.maxBytes);
    const storage = storageIn(answer, out);
    return storage ? transport.blob({ ...out, url: storage, headers: {} }, signal, options.maxBytes) : answer;
  };
  const judge = (answer: Answer<Blob>, now: number) => {
    const file = fileIn(answer, { ...out, url: answer.url }, now);
    if (isExpected(file, options)) return file;
    throw apiError({ kind: 'protocol' }, out, { status: answer.status });
  };
  return source.calls.run({ out, policy: fewTries, ms: downloadMs, send, judge }, options);
}

function outgoingFile({ baseUrl, credentials }: Home, route: string): Outgoing {
  return {
    route,
    method: 'GET',
    baseUrl,
    url: baseUrl,
    headers: {},
    redirect: 'manual',
    secrets: secretsOf({}, credentials),
  };
}

function at(path: string, out: Outgoing, code: string): Outgoing {
  const url = path === '' ? undefined : addressOf(out.baseUrl, path);
  if (url === undefined) throw apiError({ kind: 'invalid', code }, out);
  return { ...out, url };
}

/** Undefined where a path leads out of the server's own: the token must not go there. */
function addressOf(baseUrl: string, path: string): string | undefined {
  const prefix = new URL(`${baseUrl}/`).pathname;
  const isRelative = path.startsWith('/') && !path.startsWith(prefix);
  const url = URL.parse(isRelative ? baseUrl + path : path, `${baseUrl}/`);
  if (!url?.href.startsWith(`${baseUrl}/`) || climbs(url.pathname)) return undefined;
  return url.href;
}

/** `..` that a server may still find behind an encoded slash. */
function climbs(pathname: string): boolean {
  const plain = pathname.replaceAll(/%2e/gi, '.').replaceAll(/%2f|%5c|\\/gi, '/');
  return plain.split('/').includes('..');
}

/** Where a redirect leads, if it may: https, or this very machine when the server is on it too. */
function storageIn(answer: Answer<Blob>, out: Outgoing): string | undefined {
  const target = redirectTarget(answer);
  if (target?.protocol === 'https:') return target.href;
  const isLocal = target?.protocol === 'http:' && isLoopback(target) && isLoopback(new URL(out.url));
  return isLocal ? target.href : undefined;
}

function fileIn(answer: Answer<Blob>, out: Outgoing, now: number): Blob {
  const { status, body } = answer;
  if (status === 200 && body) return body;
  const failure = failureByStatus(answer, out, now) ?? { kind: status === 403 ? 'forbidden' : 'protocol' };
  throw apiError(failure, out, { status });
}

/** A storage that wants a sign-in shows its page, and says that all is well. */
function isExpected({ type }: Blob, { accept }: DownloadOptions): boolean {
  return accept === undefined ? !type.startsWith('text/html') : type.startsWith(accept);
}
