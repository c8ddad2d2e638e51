/** Where a server may be, the most likely first. */
export interface Candidates {
  readonly origins: readonly string[];
  /** Paths under each origin, without a slash at the end. */
  readonly prefixes: readonly string[];
}

/** Reads what people type or paste: host, sub-path, a link to a room. Undefined if that is no web address. */
export function candidatesIn(typed: string): Candidates | undefined {
  const text = typed.trim().replace(/^\/+/, '');
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  const url = URL.parse(scheme === undefined ? `https://${text}` : text);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  return behindInvitation(url) ?? { origins: originsOf(url, scheme), prefixes: prefixesOf(url.pathname) };
}

/** This very machine, where plain http is no risk. */
export function isLoopback({ hostname }: URL): boolean {
  return /^(?:(?:.+\.)?localhost|\[::1\]|127(?:\.\d{1,3}){3})$/.test(hostname);
}

/** `https://go.rocket.chat/room?host=chat.example.org&path=channel/general` opens the apps of Rocket.Chat. */
function behindInvitation({ hostname, searchParams }: URL): Candidates | undefined {
  const host = searchParams.get('host');
  if (hostname !== 'go.rocket.chat' || !host) return undefined;
  return candidatesIn(`${host}/${searchParams.get('path') ?? ''}`);
}

/** Plain http is tried only on this machine, or after https where it was written. */
function originsOf(url: URL, scheme: string | undefined): string[] {
  const secure = `https://${url.host}`;
  const plain = `http://${url.host}`;
  if (scheme === 'http') return isLoopback(url) ? [plain] : [secure, plain];
  return scheme === undefined && isLoopback(url) ? [secure, plain] : [secure];
}

/** From the page's path, cut where the web client's own words begin, down to the root; then as it is. */
function prefixesOf(pathname: string): string[] {
  const segments = pathname.split('/').filter((segment) => segment !== '');
  const word = segments.findIndex((segment) => pageWords.has(segment));
  const own = (word < 0 ? segments : segments.slice(0, word)).slice(0, deepestPrefix);
  const shorter = own.map((_, length) => joined(own.slice(0, length))).reverse();
  const whole = joined(segments.slice(0, deepestPrefix));
  return [...new Set([joined(own), ...shorter, whole])];
}

const deepestPrefix = 3;

function joined(segments: readonly string[]): string {
  return segments.map((segment) => `/${segment}`).join('');
}

/** First words of the web client's addresses. */
const pageWords = new Set([
  'account',
  'admin',
  'api',
  'audit',
  'channel',
  'conference',
  'direct',
  'directory',
  'group',
  'home',
  'invite',
  'live',
  'login',
  'marketplace',
  'omnichannel',
  'register',
]);
