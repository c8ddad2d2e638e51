/** What of the web may be opened; the host asks for the rest. */
const protocols: readonly string[] = ['http:', 'https:', 'mailto:'];

const extension = 'rocketchat-for-vscode.rocketchat';

/** Longer ones serve nobody. */
const longest = 4_000;

/** The address that a link really has, or undefined where it must not be one. */
export function safeAddress(source: string): string | undefined {
  if (source.length > longest) return undefined;
  // The parser leaves the protocol of what looks like a domain to the page.
  const url = URL.parse(source.startsWith('//') ? `https:${source}` : source);
  return url && (protocols.includes(url.protocol) || isOwn(url)) ? url.href : undefined;
}

/** A link to a room or message as this very extension makes them; of which editor it is, the host knows. */
function isOwn({ protocol, host, pathname }: URL): boolean {
  const isOfEditor = !ofBrowsers.has(protocol);
  return isOfEditor && host === extension && (pathname === '/room' || pathname === '/message');
}

/** With these a browser would itself do something. */
const ofBrowsers: ReadonlySet<string> = new Set([
  'javascript:',
  'data:',
  'blob:',
  'file:',
  'filesystem:',
  'view-source:',
  'ftp:',
  'ws:',
  'wss:',
]);

/** A file on the person's own server, where the host gets it. */
export function isFileOfServer(source: string): boolean {
  return /^\/(?!\/)/.test(source);
}

/** Whether what one reads is where one gets. */
export function isSaidBy(label: string, address: string): boolean {
  const bare = (text: string) => text.replace(/^(https?:\/\/|mailto:|\/\/)/, '').replace(/\/$/, '');
  return bare(label) === bare(address);
}

/** The commit that a link to code of the web names, short. */
export function commitOf(address: string): string | undefined {
  return /\/([0-9a-f]{40}|[0-9a-f]{64})\//.exec(address)?.[1]?.slice(0, 7);
}
