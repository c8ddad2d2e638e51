/** Where a remote lives on the web: scheme, host with port, and the path without `.git`. */
export interface GitRemote {
  readonly origin: string;
  /** Lower case, without a port. */
  readonly host: string;
  readonly path: readonly string[];
}

/** Reads any form of remote that names a host; credentials are dropped. A local path names none. */
export function gitRemote(url: string): GitRemote | undefined {
  return urlRemote(url) ?? scpRemote(url);
}

function urlRemote(url: string): GitRemote | undefined {
  const [, scheme, rest] = /^(?:git\+)?(https?|ssh|git):\/\/(.+)$/i.exec(url) ?? [];
  if (!scheme || !rest) return undefined;
  const isWeb = scheme.toLowerCase().startsWith('http');
  // Read as http in any case: with other schemes the parser leaves the host as it is written.
  const parsed = URL.parse(`${isWeb ? scheme : 'http'}://${rest}`);
  if (!parsed) return undefined;
  const path = parsed.pathname.split('/').map(decoded);
  return isWeb ? webRemote(parsed, path) : sshRemote(parsed.hostname, path);
}

/** `git@github.com:owner/repo.git`. One letter before the colon is a Windows drive. */
function scpRemote(url: string): GitRemote | undefined {
  const [, host, path] = /^(?:[^@/\\:]+@)?([^@/\\:]{2,}):(?!\/\/)(.+)$/.exec(url) ?? [];
  return host && path ? sshRemote(host.toLowerCase(), path.split('/').map(decoded)) : undefined;
}

function webRemote(url: URL, path: readonly string[]): GitRemote {
  return { origin: url.origin, host: url.hostname, path: repositoryPath(path) };
}

/** An ssh port says nothing about the web's. A name without a dot is an alias of somebody's ssh configuration. */
function sshRemote(sshHost: string, path: readonly string[]): GitRemote | undefined {
  const host = sshDoors[sshHost] ?? sshHost;
  return host.includes('.') ? { origin: `https://${host}`, host, path: repositoryPath(path) } : undefined;
}

/** Hosts that answer ssh where only port 443 is open. */
const sshDoors: Readonly<Record<string, string>> = {
  'ssh.github.com': 'github.com',
  'altssh.gitlab.com': 'gitlab.com',
  'altssh.bitbucket.org': 'bitbucket.org',
};

function repositoryPath(path: readonly string[]): string[] {
  const names = path.filter((name) => name !== '');
  return names.map((name, index) => (index === names.length - 1 ? name.replace(/\.git$/i, '') : name));
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (error instanceof URIError) return name;
    throw error;
  }
}
