import { statSync } from 'node:fs';
import { counted, type Measurement } from './measure';

/** Sizes of what ships, as built for production. */
export function measureBundles(): Measurement[] {
  return [counted('bundle.extension', 'bytes', statSync('dist/extension.js').size, null)];
}
