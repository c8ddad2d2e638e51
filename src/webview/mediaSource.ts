import type { Avatar, AvatarOf } from '../api/avatar';
import type { Session } from '../model/session';

/** Where a picture, sound or film lies. */
export type MediaSource =
  | { readonly kind: 'avatar'; readonly of: Avatar }
  /** On the account's own server, where files lie. */
  | { readonly kind: 'own'; readonly path: string }
  /** With somebody else, over https. */
  | { readonly kind: 'foreign'; readonly url: URL }
  | { readonly kind: 'none' };

/** Of the server's addresses only those of files: any other that is asked for with a token may do something. */
const folders = ['file-upload', 'ufs', 'emoji-custom', 'assets', 'images'];

const none: MediaSource = { kind: 'none' };

/** The address of the account, and what the server calls itself. */
export function homesOf({ account, knownSettings }: Pick<Session, 'account' | 'knownSettings'>): string[] {
  const siteUrl = knownSettings?.siteUrl;
  return [account.server, ...(siteUrl === undefined ? [] : [siteUrl])];
}

/** `homes`: where links to the server begin, the address of the account first. */
export function mediaSource(source: string, homes: readonly string[]): MediaSource {
  const [base = ''] = homes;
  const url = source === '' ? null : URL.parse(source, `${base}/`);
  if (url?.username !== '' || url.password !== '') return none;
  return ownIn(url, homes) ?? foreignIn(url, source);
}

function ownIn(url: URL, homes: readonly string[]): MediaSource | undefined {
  const path = homes.map((home) => pathUnder(url, home)).find((found) => found !== undefined);
  return path === undefined ? undefined : ownSource(path, url.search);
}

function foreignIn(url: URL, source: string): MediaSource {
  return url.protocol === 'https:' && !isRelative(source) ? { kind: 'foreign', url } : none;
}

function isRelative(source: string): boolean {
  return !/^(\/\/|[a-z][a-z\d+.-]*:)/i.test(source);
}

/** What follows the address of the server, which may live below a path that not every link of its own has. */
function pathUnder(url: URL, home: string): string | undefined {
  const { origin, pathname } = new URL(home);
  if (url.origin !== origin) return undefined;
  const prefix = pathname.replace(/\/$/, '');
  if (url.pathname.startsWith(`${prefix}/`)) return url.pathname.slice(prefix.length);
  return isFile(url.pathname) ? url.pathname : undefined;
}

/** What stands before a server may take `..%2F` for a way out of the folder. */
function isFile(path: string): boolean {
  const [, folder = '', ...names] = path.replace(/%2e/gi, '.').split(/\/|\\|%2f|%5c/i);
  return (folder === 'avatar' || folders.includes(folder)) && !names.includes('..');
}

function ownSource(path: string, search: string): MediaSource {
  if (!isFile(path)) return none;
  if (!path.startsWith('/avatar/')) return { kind: 'own', path: path + search };
  const of = avatarIn(path.slice('/avatar/'.length), new URLSearchParams(search));
  return of ? { kind: 'avatar', of } : none;
}

function avatarIn(path: string, query: URLSearchParams): Avatar | undefined {
  const of = ownerIn(path.split('/').map(decoded));
  const [etag, size] = [query.get('etag'), Number(query.get('size'))];
  return of && { ...of, ...(etag !== null && { etag }), ...(size > 0 && { size }) };
}

function ownerIn([first = '', second, ...others]: readonly string[]): AvatarOf | undefined {
  if (others.length > 0 || first === '') return undefined;
  if (second === undefined)
    return first.startsWith('@') ? { initialsOf: first.slice(1) } : { username: first };
  if (first === 'uid') return { userId: second };
  return first === 'room' ? { roomId: second } : undefined;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (error instanceof URIError) return '';
    throw error;
  }
}
