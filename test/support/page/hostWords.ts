import { resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { buildSync } from 'esbuild';

/** What modules of the host say outside VS Code: in English. The source is what a module would be that ends with `made`. */
export function hostWords(source: string): unknown {
  const built = buildSync({
    stdin: { contents: source, resolveDir: resolve('.') },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'host',
    alias: { vscode: resolve('test/support/page/vscode.ts') },
    logLevel: 'error',
  });
  const [file] = built.outputFiles;
  // Written out as text: what is made in another context is not of the same kinds as here.
  return JSON.parse(String(runInNewContext(`${file?.text ?? ''}; JSON.stringify(host.made)`)));
}
