import RocketChatClient from 'rocketchat-api';

/** A client whose socket is shut at once, before it is open: only its REST calls are used. */
export function rocketchatApi({ port, rootPath }: { readonly port: number; readonly rootPath: string }) {
  const client = withoutProxy(() => new RocketChatClient({ host: '127.0.0.1', port, basepath: rootPath }));
  client.wsClient.disconnect();
  const { restClient } = client;
  // It would give up after a second, and send what is for this machine through a proxy.
  restClient.options.timeout = 30_000;
  restClient.clientRequest = restClient.clientRequest.defaults({ proxy: null });
  return client;
}

/** The socket's agent is made from the environment, whatever the address. */
function withoutProxy<T>(run: () => T): T {
  const proxy = process.env['https_proxy'];
  delete process.env['https_proxy'];
  try {
    return run();
  } finally {
    if (proxy !== undefined) process.env['https_proxy'] = proxy;
  }
}

/** Fails if the call did not; the client keeps the server's text and the status. */
export async function refusalOf(call: Promise<unknown>): Promise<unknown[]> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error('The call was not refused');
  return ['statusCode' in error ? error.statusCode : undefined, error.message];
}
