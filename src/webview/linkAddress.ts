/** What a link of a message means: those to files begin at the server, which may itself live below a path. */
export function linkAddress(said: string, server: string): string {
  if (!/^\/(?!\/)/.test(said)) return said;
  const prefix = new URL(server).pathname.replace(/\/$/, '');
  const path = said.startsWith(`${prefix}/`) ? said.slice(prefix.length) : said;
  return new URL(server + path).href;
}
