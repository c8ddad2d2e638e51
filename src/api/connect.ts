import { endpoints, type CallOptions, type Client, type ClientOptions, type Methods } from './client';
import { avatar, download } from './download';
import type { AnyEndpoint } from './endpoint';
import { Server } from './server';
import { media, mediaConfirm, upload } from './upload';
import { concernsRelease, rulesOf } from './versions';

/**
 * A client of one server. Does nothing by itself: no request and no timer until a method is called.
 *
 * @param serverUrl where the server is, its path prefix included; `probe` finds it from what somebody typed
 * @returns the client; two of one server share nothing, neither limits nor release
 * @throws `TypeError` at once: `serverUrl` is no absolute address
 * @see `probe` of probe.ts
 */
export function connect(serverUrl: string, options: ClientOptions = {}): Client {
  const server = new Server(serverUrl, options);
  return {
    ...methodsOf(server),
    baseUrl: server.home.baseUrl,
    limitOf: (route) => server.calls.limits.limitOf(route),
    onDidWait: server.calls.limits.onDidWait,
    onDidSignOut: server.onDidSignOut,
    methodCall: (call, callOptions) => server.callMethod(call, callOptions),
    download: (path, callOptions) => download(server, path, callOptions),
    avatar: (of, callOptions) => avatar(server, of, callOptions),
    upload: (args, callOptions) => upload(server, args, callOptions),
    media: (args, callOptions) => media(server, args, callOptions),
    mediaConfirm: (args, callOptions) => mediaConfirm(server, args, callOptions),
  };
}

type Table = Readonly<Record<string, Readonly<Record<string, AnyEndpoint>>>>;

function methodsOf(server: Server): Methods {
  const groups = Object.entries(endpoints satisfies Table as Table).map(([group, table]) => [
    group,
    Object.fromEntries(Object.entries(table).map(([name, endpoint]) => [name, methodOf(server, endpoint)])),
  ]);
  // Each entry becomes the method that its type describes; entries and fromEntries lose the names.
  return Object.fromEntries(groups) as Methods;
}

/**
 * What a method's history asks for is looked up here once: calls that it is not about pay next to nothing.
 */
function methodOf(server: Server, endpoint: AnyEndpoint) {
  const rules = rulesOf(endpoint);
  const plain = (args: object, options?: CallOptions) => server.call(endpoint, args, options);
  if (rules.length === 0) return plain;
  return (args: object, options?: CallOptions) => {
    const asked = { endpoint, args, rules };
    return concernsRelease(asked) ? server.callByRelease(asked, options) : plain(args, options);
  };
}
