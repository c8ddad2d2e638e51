import { startServer, type StandIn, type StartOptions } from '../server/server';
import { workspace } from '../support/workspace';

/** Measures against a stand-in that lets every call through at once. */
export async function withServer<T>(
  options: StartOptions,
  measure: (server: StandIn) => Promise<T>,
): Promise<T> {
  const server = await startServer({ data: workspace(), limiter: false, ...options });
  try {
    return await measure(server);
  } finally {
    await server.close();
  }
}
