import { startServer } from '../../server/server';
import { manyRooms } from '../manyRooms';

/** The stand-in with as many rooms as it is told, in a process of its own: what it takes is not the client's. */
async function main(): Promise<void> {
  const server = await startServer({ data: manyRooms(Number(process.argv[2])), limiter: false });
  console.log(`listening on ${server.url}`);
  process.once('SIGTERM', () => void server.close());
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
