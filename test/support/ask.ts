import { tokenOf } from './workspace';

export interface Question {
  /** User name of `person()`: sends that account's access token. */
  readonly as?: string;
  readonly query?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a text as it is. */
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** One REST call, `ask(server, 'GET me')`, over real HTTP. */
export async function ask(server: { url: string }, method: string, question: Question = {}): Promise<Answer> {
  const [verb = 'GET', name = ''] = method.split(' ');
  const url = new URL(`${server.url}/api/v1/${name}`);
  for (const [key, value] of Object.entries(question.query ?? {})) url.searchParams.append(key, value);
  const response = await fetch(url, { method: verb, ...content(question) });
  const body: unknown = await response.json();
  // Every answer of the API is a JSON object.
  return { status: response.status, headers: response.headers, body: body as Record<string, unknown> };
}

function content({ as, body, headers }: Question): RequestInit {
  const isObject = typeof body === 'object';
  return {
    headers: {
      ...(as !== undefined && { 'X-User-Id': `${as}-id`, 'X-Auth-Token': tokenOf(as) }),
      ...(isObject && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: isObject ? JSON.stringify(body) : body }),
  };
}
