import { createFetch, type $Fetch, type FetchOptions } from 'ofetch';
import { bytesUpTo } from '../base/bytes';
import { ApiError } from './errors';
import { apiError } from './failure';
import { lostAnswer } from './lost';
import type { Outgoing } from './request';

export type Fetch = typeof globalThis.fetch;

/** What came back, read to its end and not yet judged. */
export interface Answer<Body = string> {
  readonly status: number;
  readonly headers: Headers;
  /** Where it came from in the end. */
  readonly url: string;
  /** A redirect that the host hides, address and all. */
  readonly isHiddenRedirect: boolean;
  readonly body: Body | undefined;
}

/** Requests and no more: retries, time, judgement are not ofetch's. Throws `ApiError` where no answer is. */
export class Transport {
  private readonly request: $Fetch;

  /** The global `fetch` is looked up at each call: VS Code replaces it to follow proxy and certificates. */
  constructor(private readonly fetch: Fetch = (input, init) => globalThis.fetch(input, init)) {
    this.request = createFetch({ fetch, Headers, AbortController });
  }

  text(out: Outgoing, signal: AbortSignal): Promise<Answer> {
    const options = fetchOptions(out, signal, 'text');
    return this.send(out, signal, async () =>
      answerIn(await this.request.raw<string, 'text'>(out.url, options), out),
    );
  }

  /** With `most` no more bytes than that are read: `refused` `error-file-too-large` where a file has more. */
  blob(out: Outgoing, signal: AbortSignal, most?: number): Promise<Answer<Blob>> {
    if (most !== undefined) return this.send(out, signal, () => this.blobUpTo(most, out, signal));
    const options = fetchOptions(out, signal, 'blob');
    return this.send(out, signal, async () =>
      answerIn(await this.request.raw<Blob, 'blob'>(out.url, options), out),
    );
  }

  private async blobUpTo(most: number, out: Outgoing, signal: AbortSignal): Promise<Answer<Blob>> {
    const options = fetchOptions(out, signal, 'stream');
    const response: Response = await this.request.raw(out.url, options);
    return { ...answerIn(response, out), body: await fileUpTo(most, response, out) };
  }

  private async send<Body>(
    out: Outgoing,
    signal: AbortSignal,
    ask: () => Promise<Answer<Body>>,
  ): Promise<Answer<Body>> {
    if (!canHold(out.headers)) throw apiError({ kind: 'signedOut' }, out);
    try {
      return await ask();
    } catch (error) {
      if (error instanceof ApiError) throw error;
      throw await lostAnswer(error, out, () => this.isReachable(out, signal));
    }
  }

  /** Without headers and without reading: the one kind of request that needs no permission by CORS. */
  private async isReachable({ url }: Outgoing, signal: AbortSignal): Promise<boolean> {
    try {
      const { body } = await this.fetch(new URL(url).origin, {
        mode: 'no-cors',
        credentials: 'omit',
        signal,
      });
      await body?.cancel();
      return true;
    } catch (error) {
      if (error instanceof Error) return false;
      throw error;
    }
  }
}

/** A token with a line break is no token, and `Headers` would quote it in its complaint. */
function canHold(headers: Outgoing['headers']): boolean {
  return Object.values(headers).every((value) => /^[\x20-\x7e]*$/.test(value));
}

function fetchOptions<Kind extends 'text' | 'blob' | 'stream'>(
  out: Outgoing,
  signal: AbortSignal,
  responseType: Kind,
): FetchOptions<Kind> {
  const { method, headers, body, redirect } = out;
  return { method, headers, body, redirect, signal, responseType, retry: 0, ignoreResponseError: true };
}

function answerIn<Body>(response: Response & { readonly _data?: Body }, out: Outgoing): Answer<Body> {
  return {
    status: response.status,
    headers: response.headers,
    // Read only where it says something new: a host writes the address anew each time.
    url: response.redirected ? response.url : out.url,
    isHiddenRedirect: response.type === 'opaqueredirect',
    body: response._data,
  };
}

/** Of an answer without a file nothing is read, and next to nothing of one that says itself that it is too large. */
async function fileUpTo(most: number, response: Response, out: Outgoing): Promise<Blob | undefined> {
  const { status, headers, body } = response;
  if (status !== 200 || !body) {
    await body?.cancel();
    return undefined;
  }
  const isWithin = Number(headers.get('content-length') ?? 0) <= most;
  const read = await bytesUpTo(isWithin ? most : 0, body);
  if (!read) throw apiError({ kind: 'refused', code: 'error-file-too-large' }, out, { status });
  return new Blob(read, { type: headers.get('content-type') ?? '' });
}
