import { bytesUpTo } from '../base/bytes';
import { isPrivate } from './mediaAddress';

export type Fetch = typeof globalThis.fetch;

/** Why a picture of somebody else's cannot be shown. */
export type ForeignProblem = 'unreachable' | 'private' | 'notAnImage' | 'tooLarge' | 'redirects';

export class ForeignError extends Error {
  override readonly name = 'ForeignError';

  constructor(
    readonly problem: ForeignProblem,
    options?: ErrorOptions,
  ) {
    super(problem, options);
  }
}

export const foreignLimit = 10 * 1024 * 1024;
const mostRedirects = 3;

/** A picture that lies with somebody else, who learns nothing but that it was asked for. Throws `ForeignError`. */
export async function fetchForeign(url: URL, fetch: Fetch, signal: AbortSignal): Promise<Blob> {
  let next = url;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const response = await ask(next, fetch, signal);
    const target = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || target === null) return pictureIn(response);
    await response.body?.cancel();
    next = targetOf(target, next);
  }
  throw new ForeignError('redirects');
}

async function ask(url: URL, fetch: Fetch, signal: AbortSignal): Promise<Response> {
  if (url.protocol !== 'https:' || isPrivate(url)) throw new ForeignError('private');
  try {
    return await fetch(url.href, {
      // Each hop is looked at before it is taken.
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { accept: 'image/*' },
      signal,
    });
  } catch (error) {
    throw new ForeignError('unreachable', { cause: error });
  }
}

function targetOf(location: string, from: URL): URL {
  const target = URL.parse(location, from);
  if (target) return target;
  throw new ForeignError('redirects');
}

async function pictureIn(response: Response): Promise<Blob> {
  const type = (response.headers.get('content-type') ?? '').toLowerCase();
  if (!response.ok) throw new ForeignError('unreachable');
  if (!type.startsWith('image/')) throw new ForeignError('notAnImage');
  if (Number(response.headers.get('content-length') ?? 0) > foreignLimit) throw new ForeignError('tooLarge');
  return new Blob(await pieces(response), { type });
}

/** No more than we take is read, whatever the headers said. */
async function pieces({ body }: Response): Promise<Uint8Array<ArrayBuffer>[]> {
  const read = body ? await bytesUpTo(foreignLimit, body).catch(unreachable) : [];
  if (!read) throw new ForeignError('tooLarge');
  return read;
}

function unreachable(cause: unknown): never {
  throw new ForeignError('unreachable', { cause });
}
