import { parseArgs } from 'node:util';
import { type StartOptions, startServer } from '../../server/server';

const usage =
  'Usage: npm run server -- [--port N] [--data demo|empty] [--seed TEXT] [--now ISO] [--root /path]';

/** The stand-in alone, in the foreground, until it is interrupted. */
async function main(): Promise<void> {
  const server = await startServer(readOptions(process.argv.slice(2)));
  console.log(`listening on ${server.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
}

function readOptions(args: string[]): StartOptions {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      seed: { type: 'string' },
      now: { type: 'string' },
      root: { type: 'string' },
    },
  });
  const { data = 'demo', seed, now, root } = values;
  const port = Number(values.port ?? 3000);
  if (data !== 'demo' && data !== 'empty') throw new Error(`There is no data set ${data}`);
  if (!Number.isInteger(port)) throw new Error(`${String(values.port)} is no port`);
  if (now !== undefined && Number.isNaN(Date.parse(now))) throw new Error(`${now} is no time`);
  return { port, data, seed, now, rootPath: root };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.error(usage);
  process.exitCode = 1;
});
