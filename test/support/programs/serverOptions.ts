import { parseArgs } from 'node:util';
import type { DataName } from '../../server/data/dataSet';
import type { StartOptions } from '../../server/server';

const dataNames: readonly DataName[] = ['demo', 'empty', 'large'];

export const usage =
  'Usage: npm run server -- [--port N] [--data demo|empty|large] [--version 7.4.0]' +
  ' [--seed TEXT] [--now ISO] [--root /path]';

/** What the command line asks for; throws what is wrong with it. */
export function readOptions(args: string[]): StartOptions {
  const text = { type: 'string' } as const;
  const options = { port: text, data: text, version: text, seed: text, now: text, root: text };
  const { port, data, version, seed, now, root } = parseArgs({ args, options }).values;
  return {
    port: portOf(port),
    data: dataOf(data),
    version: versionOf(version),
    seed,
    now: timeOf(now),
    rootPath: root,
  };
}

function portOf(text = '3000'): number {
  const port = Number(text);
  if (text === '' || !Number.isInteger(port)) throw new Error(`${text} is no port`);
  return port;
}

function dataOf(text = 'demo'): DataName {
  const name = dataNames.find((known) => known === text);
  if (!name) throw new Error(`There is no data set ${text}`);
  return name;
}

function versionOf(text: string | undefined): string | undefined {
  if (text === undefined || /^\d+\.\d+\.\d+$/.test(text)) return text;
  throw new Error(`${text} is no version, such as 7.4.0`);
}

function timeOf(text: string | undefined): string | undefined {
  if (text === undefined || !Number.isNaN(Date.parse(text))) return text;
  throw new Error(`${text} is no time`);
}
