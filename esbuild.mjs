import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { build, context } from 'esbuild';

const has = (flag) => process.argv.includes(`--${flag}`);
const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

/** One bundle for the Node and the worker extension host. */
const extension = {
  entryPoints: ['src/extension.ts'],
  bundle: true,
  outdir: 'dist',
  format: 'cjs',
  platform: 'browser',
  target: 'es2023',
  minify: has('production'),
  sourcemap: has('production') ? false : 'linked',
  external: ['vscode'],
  logLevel: has('quiet') ? 'warning' : 'info',
};

/** The client alone, for programs that have nothing to do with VS Code. */
const api = {
  entryPoints: ['connect', 'errors', 'pages', 'probe', 'secondFactor'].map((name) => `src/api/${name}.ts`),
  bundle: true,
  splitting: true,
  outdir: 'dist/api',
  outExtension: { '.js': '.mjs' },
  format: 'esm',
  platform: 'browser',
  target: 'es2023',
  minify: has('production'),
  logLevel: 'warning',
};

/** Packages that do not ship are loaded from where they are installed; those that ship, as they ship. */
const tests = (pattern, out) => ({
  entryPoints: globSync(pattern).map((path) => ({ in: path, out: out(path.replace(/\.ts$/, '')) })),
  bundle: true,
  outdir: 'dist/test',
  format: 'cjs',
  platform: 'node',
  target: 'node22',
  sourcemap: 'linked',
  conditions: ['worker'],
  external: ['vscode', ...Object.keys(devDependencies)],
  logLevel: 'warning',
});

const suites = tests('test/{unit,host,browser}/**/*.test.ts', (path) => path.replace(/^test./, ''));
const programs = tests('test/support/programs/*.ts', (path) => basename(path));
const runner = tests('test/support/programs/run.ts', (path) => basename(path));

// Shared parts have other names after each change: the former ones would stay.
if (!has('runner')) rmSync('dist/api', { recursive: true, force: true });
for (const options of wanted()) {
  if (has('watch')) await (await context(options)).watch();
  else await build(options);
}
dropFormerTests();

function wanted() {
  if (has('production')) return [extension, api];
  if (has('runner')) return [runner];
  return [extension, api, suites, programs];
}

/** The bundle of a test whose source is gone would run on. */
function dropFormerTests() {
  for (const bundle of globSync('dist/test/{unit,host,browser}/**/*.test.js')) {
    const source = bundle.replace(/^dist./, '').replace(/js$/, 'ts');
    if (!existsSync(source)) rmSync(bundle);
  }
}
