import { globSync } from 'node:fs';
import { build, context } from 'esbuild';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');
const common = {
  bundle: true,
  format: 'cjs',
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: process.argv.includes('--quiet') ? 'warning' : 'info',
};
const tests = { ...common, platform: 'node', target: 'node22', minify: false, sourcemap: 'linked' };
const suites = globSync('test/{unit,host,browser}/**/*.test.ts');
const programs = globSync('test/support/programs/*.ts');

const bundles = [
  {
    ...common,
    entryPoints: ['src/extension.ts'],
    outdir: 'dist',
    platform: 'browser',
    target: 'es2023',
    external: ['vscode'],
  },
  {
    ...tests,
    entryPoints: [...suites],
    outbase: 'test',
    outdir: 'dist/test',
    external: ['vscode', 'mocha', 'playwright-core'],
    plugins: [],
  },
  {
    ...tests,
    entryPoints: [...programs],
    outdir: 'dist/test',
    external: ['vscode', '@vscode/*', 'playwright-core'],
  },
];

for (const options of bundles) {
  if (watch) await (await context(options)).watch();
  else await build(options);
}
