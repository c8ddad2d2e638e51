import { globSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { counted, type Measurement } from './measure';

/** Sizes of what ships, as built for production. */
export function measureBundles(): Measurement[] {
  const page = readFileSync('dist/page/conversation.js');
  return [
    counted('bundle.extension', 'bytes', statSync('dist/extension.js').size, null),
    counted('bundle.api', 'bytes', sizeOf('dist/api/*.mjs'), 60_000),
    counted('bundle.conversation', 'bytes', page.length, null),
    counted('bundle.conversation.gzip', 'bytes', gzipSync(page).length, null),
  ];
}

function sizeOf(pattern: string): number {
  return globSync(pattern).reduce((sum, path) => sum + statSync(path).size, 0);
}
