import { gitRemote } from '../model/gitRemote';

/** A file of a repository, as the web page of a forge names it. */
export interface ForgeFile {
  readonly host: string;
  /** Lower case, joined by `/`. */
  readonly repository: string;
  /** From the root of the repository, with `/`. */
  readonly path: string;
  /** From 1. */
  readonly first?: number;
  readonly last?: number;
}

/** Each with the repository and the path within it. */
const pages: readonly RegExp[] = [
  // GitLab has groups in groups.
  /^\/(.+?)\/-\/blob\/[^/]+\/(.+)$/,
  // GitHub.
  /^\/([^/]+\/[^/]+)\/blob\/[^/]+\/(.+)$/,
  // Gitea and its kin.
  /^\/([^/]+\/[^/]+)\/src\/(?:commit|branch|tag)\/[^/]+\/(.+)$/,
  // Bitbucket's cloud.
  /^\/([^/]+\/[^/]+)\/src\/[^/]+\/(.+)$/,
];
const bitbucketServer = /^(.*?)\/(projects|users)\/([^/]+)\/repos\/([^/]+)\/browse\/(.+)$/;

/** Undefined for what is no page of a file. */
export function forgeFile(address: string): ForgeFile | undefined {
  const url = URL.parse(address);
  if (!url || !['http:', 'https:'].includes(url.protocol)) return undefined;
  const found = ofServer(url) ?? ofAzure(url) ?? ofPages(url);
  if (!found || found.path.split('/').some((name) => name === '..' || name === '')) return undefined;
  return { host: url.hostname, ...found, repository: found.repository.toLowerCase(), ...linesIn(url) };
}

/** Whether a remote is the repository of the page. */
export function isRemoteOf({ host, repository }: ForgeFile, remoteUrl: string): boolean {
  const remote = gitRemote(remoteUrl);
  if (remote?.host !== host) return false;
  const names = remote.path[0] === 'scm' ? remote.path.slice(1) : remote.path;
  return names.join('/').toLowerCase() === repository;
}

type Found = Pick<ForgeFile, 'repository' | 'path'>;

function ofPages({ pathname }: URL): Found | undefined {
  for (const page of pages) {
    const [, repository, path] = page.exec(pathname) ?? [];
    if (repository !== undefined && path !== undefined)
      return { repository: decoded(repository), path: decoded(path) };
  }
  return undefined;
}

/** The remote says `scm/PROJECT/repository`, or `~name` for a person's own. */
function ofServer({ pathname }: URL): Found | undefined {
  const [, , kind, owner, name, path] = bitbucketServer.exec(pathname) ?? [];
  if (owner === undefined || name === undefined || path === undefined) return undefined;
  return { repository: decoded(`${kind === 'users' ? '~' : ''}${owner}/${name}`), path: decoded(path) };
}

function ofAzure({ pathname, searchParams }: URL): Found | undefined {
  const path = searchParams.get('path');
  if (!/\/_git\/[^/]+$/.test(pathname) || !path?.startsWith('/')) return undefined;
  return { repository: decoded(pathname.slice(1)), path: path.slice(1) };
}

/** `L1-L2`, `L1-2`, `lines-1:2`, `1-2`; Azure says them in its query, with the line after the last. */
function linesIn({ hash, searchParams }: URL): Pick<ForgeFile, 'first' | 'last'> {
  const [, from, to] = /^#(?:L|lines-)?(\d+)(?:(?:-L?|:)(\d+))?$/.exec(hash) ?? [];
  const first = Number(from ?? searchParams.get('line') ?? 0);
  const end = Number(searchParams.get('lineEnd') ?? 0);
  const last = Number(to ?? 0) || Math.max(0, end - 1);
  return first > 0 ? { first, last: Math.max(first, last) } : {};
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
