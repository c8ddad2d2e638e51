import { globSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { npm } from '../support/host/command';
import { counted, type Measurement } from './measure';

/** Sizes of what ships, as built for production. */
export async function measureBundles(): Promise<Measurement[]> {
  return [
    counted('bundle.extension', 'bytes', sizeOf('dist/extension.js'), null),
    counted('bundle.api', 'bytes', sizeOf('dist/api/*.mjs'), 60_000),
    counted('bundle.conversation', 'bytes', sizeOf(conversation), null),
    counted('bundle.conversation.gzip', 'bytes', zippedSizeOf(conversation), null),
    counted('bundle.composer', 'bytes', sizeOf('dist/page/{compose,shared}.{js,css}'), null),
    counted('bundle.composer.own', 'bytes', sizeOf('dist/page/compose.{js,css}'), null),
    counted('vsix', 'bytes', await packagedSize(), 700_000),
  ];
}

/** What pages have in common ships once. */
const conversation = 'dist/page/{conversation,shared}.js';

function sizeOf(pattern: string): number {
  return globSync(pattern).reduce((sum, path) => sum + statSync(path).size, 0);
}

function zippedSizeOf(pattern: string): number {
  return globSync(pattern).reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
}

/** Of what a person installs. */
async function packagedSize(): Promise<number> {
  const home = await mkdtemp(join(tmpdir(), 'vsix-'));
  const vsix = join(home, 'rocketchat.vsix');
  try {
    await npm(['run', 'package', '--', '--out', vsix]);
    return statSync(vsix).size;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
