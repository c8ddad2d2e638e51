import { startServer } from '../../server/server';
import { readOptions, usage } from './serverOptions';

/** The stand-in alone, in the foreground, until it is interrupted. */
async function main(): Promise<void> {
  const server = await startServer(readOptions(process.argv.slice(2)));
  console.log(`listening on ${server.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.error(usage);
  process.exitCode = 1;
});
