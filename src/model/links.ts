/** What a link of Rocket.Chat leads to. Whether it exists, the server knows. */
export interface LinkTarget {
  /** Origin and path prefix as the link has them, without a slash at the end. */
  readonly server: string;
  /** By its id, or as the web client's addresses name it. */
  readonly room: RoomRef;
  /** The first message of a thread. */
  readonly thread?: string;
  readonly message?: string;
}

export type RoomRef = { readonly id: string } | { readonly type: string; readonly name: string };

/** First words of the web client's addresses of rooms, and what kind of room each means. */
const kinds: Readonly<Record<string, string>> = { channel: 'c', group: 'p', direct: 'd', live: 'l' };

/**
 * Reads an address of the web client: a room, a thread or a message in it. Undefined if it is none, or not below one
 * of `sites`, which are origins with a path prefix.
 */
export function webTarget(href: string, sites: Iterable<string>): LinkTarget | undefined {
  const url = URL.parse(href.trim());
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  for (const site of sites) {
    const target = isBelow(url, site) ? targetBelow(site, url) : undefined;
    if (target) return target;
  }
  return undefined;
}

/** What an address of our own names: `/room` with `server` and `rid`, `/message` with `mid` as well. */
export function ownTarget(path: string, query: string): LinkTarget | undefined {
  const values = new URLSearchParams(query);
  const server = siteIn(values.get('server'));
  const room = idIn(values.get('rid'));
  const message = idIn(values.get('mid'));
  if (server === undefined || room === undefined) return undefined;
  if (path === '/room') return { server, room: { id: room }, ...threadIn(values) };
  if (path !== '/message' || message === undefined) return undefined;
  return { server, room: { id: room }, message, ...threadIn(values) };
}

/** The query of such an address. */
export function ownQuery(target: {
  readonly server: string;
  readonly room: string;
  readonly message?: string;
}): string {
  const { server, room, message } = target;
  return new URLSearchParams({
    server,
    rid: room,
    ...(message !== undefined && { mid: message }),
  }).toString();
}

/** Whether two addresses mean the same server. */
export function sameSite(one: string, other: string): boolean {
  return siteIn(one) !== undefined && siteIn(one) === siteIn(other);
}

function targetBelow(server: string, { pathname, searchParams }: URL): LinkTarget | undefined {
  const prefix = new URL(server).pathname.replace(/\/$/, '');
  const [word = '', name = '', ...below] = pathname.slice(prefix.length + 1).split('/');
  const room = roomIn(word, name);
  const thread = threadBelow(below);
  const message = idIn(searchParams.get('msg'));
  return room && { server, room, ...(thread && { thread }), ...(message && { message }) };
}

function roomIn(word: string, segment: string): RoomRef | undefined {
  const type = Object.hasOwn(kinds, word) ? kinds[word] : undefined;
  const name = decode(segment);
  return type === undefined || name === undefined || name === '' ? undefined : { type, name };
}

function threadBelow([section, id = '']: readonly string[]): string | undefined {
  return section === 'thread' ? idIn(decode(id) ?? null) : undefined;
}

/** `https://chat.example.org/team` holds what is below `/team/`, and not `/teams`. */
function isBelow(url: URL, site: string): boolean {
  const base = URL.parse(site);
  return base?.origin === url.origin && url.pathname.startsWith(`${base.pathname.replace(/\/$/, '')}/`);
}

function siteIn(value: string | null): string | undefined {
  const url = value === null ? null : URL.parse(value);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function threadIn(values: URLSearchParams): { readonly thread?: string } {
  const thread = idIn(values.get('tmid'));
  return thread === undefined ? {} : { thread };
}

/** Ids are short words; anything else is not looked up. */
function idIn(value: string | null): string | undefined {
  return value !== null && /^[\w.:@-]{1,128}$/.test(value) ? value : undefined;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
