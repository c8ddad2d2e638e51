import type { Credentials } from './client';
import type { AnyEndpoint } from './endpoint';
import { apiError } from './failure';
import { filled, plainName } from './path';
import { percentEncoded } from './percent';
import { secretsOf } from './redact';
import type { Answer } from './transport';

/** One call, ready to be sent. */
export interface Outgoing {
  /** `GET chat.getMessage`: its name in limits, logs and errors. */
  readonly route: string;
  readonly method: 'GET' | 'POST';
  readonly baseUrl: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or the parts of an upload; a POST always has one. */
  readonly body?: string | FormData | ReadableStream<Uint8Array>;
  readonly redirect: 'manual' | 'follow';
  readonly silentRefusal?: AnyEndpoint['silentRefusal'];
  /** What its errors must not repeat. */
  readonly secrets: readonly string[];
}

/** The server as this client knows it: the token goes here and nowhere else. */
export interface Home {
  /** Origin and path prefix, without a slash at the end. */
  readonly baseUrl: string;
  readonly credentials: Credentials | undefined;
  /** What does not change from call to call, by method. */
  readonly drafts: Map<AnyEndpoint, Outgoing>;
}

export function homeAt(serverUrl: string, credentials: Credentials | undefined): Home {
  const { origin, pathname } = new URL(serverUrl);
  return { baseUrl: origin + pathname.replace(/\/+$/, ''), credentials, drafts: new Map() };
}

export function outgoing(home: Home, endpoint: AnyEndpoint, args: object): Outgoing {
  // Few names have open parts: the others have one address, which is made once.
  if (endpoint.name.includes('/')) return outgoingByPath(home, endpoint, args);
  const known = home.drafts.get(endpoint);
  if (known) return withArguments(known, args);
  const draft = draftOf(home, endpoint, endpoint.name);
  home.drafts.set(endpoint, draft);
  return withArguments(draft, args);
}

function outgoingByPath(home: Home, endpoint: AnyEndpoint, args: object): Outgoing {
  const found = filled(endpoint.name, args);
  if (found) return withArguments(draftOf(home, endpoint, found.path), found.rest);
  throw apiError({ kind: 'invalid', code: 'path-segment' }, draftOf(home, endpoint, ''));
}

/** What all calls of one method have in common. */
function draftOf(home: Home, endpoint: AnyEndpoint, path: string): Outgoing {
  const credentials = endpoint.isAnonymous ? undefined : home.credentials;
  const isPost = endpoint.verb === 'POST';
  return {
    route: `${endpoint.verb} ${plainName(endpoint.name)}`,
    method: endpoint.verb,
    baseUrl: home.baseUrl,
    url: `${home.baseUrl}/api/${endpoint.isUnversioned ? '' : 'v1/'}${path}`,
    headers: {
      accept: 'application/json',
      ...(isPost && { 'content-type': 'application/json' }),
      ...authHeaders(credentials),
    },
    redirect: 'manual',
    silentRefusal: endpoint.silentRefusal,
    secrets: secretsOf({}, credentials),
  };
}

function withArguments(draft: Outgoing, args: object): Outgoing {
  const isPost = draft.method === 'POST';
  return {
    ...draft,
    url: isPost ? draft.url : withQuery(draft.url, args),
    body: isPost ? JSON.stringify(args) : undefined,
    // Looked for when something has to be told, which is seldom.
    get secrets() {
      return [...draft.secrets, ...secretsOf(args, undefined)];
    },
  };
}

/** Not from where a redirect led: limits said there are not our server's. */
export function isFromServer({ url }: Answer<unknown>, { baseUrl }: Outgoing): boolean {
  return url.startsWith(`${baseUrl}/`);
}

export function carriesToken({ headers }: Outgoing): boolean {
  return 'x-auth-token' in headers;
}

export function authHeaders(credentials: Credentials | undefined): Record<string, string> {
  if (!credentials) return {};
  return { 'x-auth-token': credentials.authToken, 'x-user-id': credentials.userId };
}

/** Undefined is left out; booleans are the words the server's validators take, objects (`sort`) are JSON. */
function withQuery(address: string, args: object): string {
  const parts = Object.entries(args).flatMap(([name, value]) => pairsOf(name, value));
  return parts.length === 0 ? address : `${address}?${parts.join('&')}`;
}

function pairsOf(name: string, value: unknown): string[] {
  if (value === undefined) return [];
  // With the brackets a list of one stays a list: the server reads queries with `qs`.
  return Array.isArray(value) ? value.map((one) => pair(`${name}[]`, one)) : [pair(name, value)];
}

function pair(name: string, value: unknown): string {
  return `${percentEncoded(name)}=${percentEncoded(textOf(value))}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
