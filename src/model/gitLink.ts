import { gitRemote, type GitRemote } from './gitRemote';

/** From 1, both included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** A file as it was committed. */
export interface CommittedFile {
  /** As git has it. */
  readonly remoteUrl: string;
  readonly commit: string;
  /** From the root of the repository, with `/`. */
  readonly path: string;
}

/** The web page of exactly that commit and those lines, or undefined where the host is none that we know. */
export function gitLink(file: CommittedFile, lines: Lines): string | undefined {
  const remote = gitRemote(file.remoteUrl);
  // A repository without an owner is a gist or the like, and has pages of another form.
  if (!remote || remote.path.length < 2) return undefined;
  const target = { commit: file.commit, path: file.path, ...lines };
  return hosts.find(({ owns }) => owns(remote))?.link(remote, target);
}

interface Host {
  readonly owns: (remote: GitRemote) => boolean;
  readonly link: (remote: GitRemote, target: Target) => string | undefined;
}

interface Target extends Lines {
  readonly commit: string;
  readonly path: string;
}

/** The first that owns a remote makes the link. Hosts of one's own are known by their names. */
const hosts: readonly Host[] = [
  { owns: ({ host, path }) => isAzure(host) || path.includes('_git'), link: azure },
  { owns: ({ host }) => /(^|[.-])github([.-]|$)|\.ghe\.com$/.test(host), link: github },
  { owns: ({ host }) => /(^|[.-])gitlab([.-]|$)/.test(host), link: gitlab },
  { owns: ({ host }) => host === 'bitbucket.org', link: bitbucketCloud },
  { owns: ({ host }) => /(^|[.-])(bitbucket|stash)([.-]|$)/.test(host), link: bitbucketServer },
  { owns: ({ host }) => /(^|[.-])(codeberg|gitea|forgejo)([.-]|$)/.test(host), link: gitea },
];

function github({ origin, path }: GitRemote, target: Target): string {
  const view = isMarkdown(target.path) ? '?plain=1' : '';
  return `${origin}/${encoded(path)}/blob/${target.commit}/${encodedPath(target)}${view}#${lineRange(target, 'L', '-L')}`;
}

function gitlab({ origin, path }: GitRemote, target: Target): string {
  const view = isMarkdown(target.path) ? '?plain=1' : '';
  return `${origin}/${encoded(path)}/-/blob/${target.commit}/${encodedPath(target)}${view}#${lineRange(target, 'L', '-')}`;
}

function bitbucketCloud({ origin, path }: GitRemote, target: Target): string {
  return `${origin}/${encoded(path)}/src/${target.commit}/${encodedPath(target)}#${lineRange(target, 'lines-', ':')}`;
}

/** `…/scm/PROJECT/repo` over https, `PROJECT/repo` over ssh; `~name` is a person's own. */
function bitbucketServer({ origin, path }: GitRemote, target: Target): string | undefined {
  const scm = path.indexOf('scm');
  const [owner, repository] = path.slice(scm + 1);
  if (!owner || !repository) return undefined;
  const place = owner.startsWith('~') ? ['users', owner.slice(1)] : ['projects', owner];
  const page = encoded([...path.slice(0, Math.max(0, scm)), ...place, 'repos', repository, 'browse']);
  return `${origin}/${page}/${encodedPath(target)}?at=${target.commit}#${lineRange(target, '', '-')}`;
}

function gitea({ origin, path }: GitRemote, target: Target): string {
  const view = isMarkdown(target.path) ? '?display=source' : '';
  return `${origin}/${encoded(path)}/src/commit/${target.commit}/${encodedPath(target)}${view}#${lineRange(target, 'L', '-L')}`;
}

function isAzure(host: string): boolean {
  return /^(ssh\.)?dev\.azure\.com$|\.visualstudio\.com$/.test(host);
}

/** The end is the beginning of the line after the last. */
function azure(remote: GitRemote, { commit, path, first, last }: Target): string | undefined {
  const repository = azureRepository(remote);
  const range = `line=${first}&lineEnd=${last + 1}&lineStartColumn=1&lineEndColumn=1&lineStyle=plain`;
  return (
    repository && `${repository}?path=/${encoded(path.split('/'))}&version=GC${commit}&${range}&_a=contents`
  );
}

/** Over https the address is the page's own; over ssh it is `v3/organization/project/repository`. */
function azureRepository({ origin, host, path }: GitRemote): string | undefined {
  if (path.includes('_git')) return `${origin}/${encoded(path)}`;
  const [version, organization, project, repository] = path;
  if (version !== 'v3' || !organization || !project || !repository) return undefined;
  const page = encoded([project, '_git', repository]);
  return host.endsWith('.visualstudio.com')
    ? `https://${encoded([organization])}.visualstudio.com/${page}`
    : `https://dev.azure.com/${encoded([organization])}/${page}`;
}

/** Rendered pages have no lines. */
function isMarkdown(path: string): boolean {
  return /\.(md|markdown)$/i.test(path);
}

function lineRange({ first, last }: Lines, prefix: string, separator: string): string {
  return first === last ? `${prefix}${first}` : `${prefix}${first}${separator}${last}`;
}

function encodedPath({ path }: Target): string {
  return encoded(path.split('/'));
}

/** Parentheses and the like would end a link in a message early. */
function encoded(names: readonly string[]): string {
  return names
    .map((name) =>
      encodeURIComponent(name).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
    )
    .join('/');
}
