import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build, context } from 'esbuild';

const has = (flag) => process.argv.includes(`--${flag}`);
const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

const common = {
  bundle: true,
  format: 'cjs',
  logLevel: has('quiet') ? 'warning' : 'info',
};

/** One bundle for the Node and the worker extension host. */
const extension = {
  ...common,
  entryPoints: ['src/extension.ts'],
  outdir: 'dist',
  platform: 'browser',
  target: 'es2023',
  minify: has('production'),
  sourcemap: has('production') ? false : 'linked',
  external: ['vscode'],
};

/** Each with its own copy of our code; packages that do not ship are loaded where they are installed. */
const tests = (patterns, out) => ({
  ...common,
  entryPoints: globSync(patterns).map((path) => ({ in: path, out: out(path.replace(/\.ts$/, '')) })),
  outdir: 'dist/test',
  platform: 'node',
  target: 'node22',
  sourcemap: 'linked',
  // Packages that ship are taken in the variant that ships.
  conditions: ['worker'],
  external: ['vscode', ...Object.keys(devDependencies)],
});

const suites = tests('test/{unit,host,browser}/**/*.test.ts', (path) => path.replace(/^test./, ''));
const programs = tests('test/support/programs/*.ts', (path) => basename(path));
const runner = tests('test/support/programs/run.ts', (path) => basename(path));

if (has('runner')) await make(runner);
else for (const options of [extension, suites, programs]) await make(options);

async function make(options) {
  if (has('watch')) await (await context(options)).watch();
  else await build(options);
}
