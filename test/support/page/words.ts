import { resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { buildSync } from 'esbuild';
import type { Words } from '../../../src/webview/protocol/words';

const parts = ['message', 'list', 'answer'] as const;

/** What pages say in English, taken from where the host says it. */
export function englishWords(): Words {
  const imports = parts.map((part) => `import { ${part}Words } from './src/webview/words/${part}Words';`);
  const built = buildSync({
    stdin: {
      contents: `${imports.join('')} export const words = { ${parts.map(callOf).join(', ')} };`,
      resolveDir: resolve('.'),
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'made',
    alias: { vscode: resolve('test/support/page/vscode.ts') },
    logLevel: 'error',
  });
  const [file] = built.outputFiles;
  // The types of the three functions say so; what runs in another context comes back untyped.
  return JSON.parse(runInNewContext(`${file?.text ?? ''}; JSON.stringify(made.words)`) as string) as Words;
}

function callOf(part: string): string {
  return `${part}: ${part}Words()`;
}
