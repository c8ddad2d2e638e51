import { globSync, statSync } from 'node:fs';
import { counted, type Measurement } from './measure';

/** Sizes of what ships, as built for production. */
export function measureBundles(): Measurement[] {
  return [
    counted('bundle.extension', 'bytes', statSync('dist/extension.js').size, null),
    counted('bundle.api', 'bytes', sizeOf('dist/api/*.mjs'), 60_000),
  ];
}

function sizeOf(pattern: string): number {
  return globSync(pattern).reduce((sum, path) => sum + statSync(path).size, 0);
}
