import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build, context } from 'esbuild';

const has = (flag) => process.argv.includes(`--${flag}`);
const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

/** VS Code's interface is asked for once: for each file that imports it, esbuild would ask again and copy it all. */
const vscodeOnce = {
  name: 'vscode-once',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
      namespace === 'once' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'once' },
    );
    onLoad({ filter: /^vscode$/, namespace: 'once' }, () => ({ contents: "export * from 'vscode';" }));
  },
};

/**
 * The rules for secrets without what they ask for besides: a path of Node, notes for who looks for faults in them, and
 * marks of time that nobody would ever clear.
 */
const ruleSetAlone = {
  name: 'rule-set-alone',
  setup({ onResolve, onLoad }) {
    const instead = {
      'node:path': "export default { basename: (path) => path.slice(path.lastIndexOf('/') + 1) };",
      debug: 'export default () => () => undefined;',
      '@secretlint/profiler': 'export const secretLintProfiler = { mark: () => undefined };',
    };
    onResolve({ filter: /^(node:path|debug|@secretlint\/profiler)$/ }, ({ path, importer }) =>
      /[\\/]@secretlint[\\/]/.test(importer) ? { path, namespace: 'instead' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'instead' }, ({ path }) => ({ contents: instead[path] }));
  },
};

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
  plugins: [vscodeOnce, ruleSetAlone],
  logLevel: has('quiet') ? 'warning' : 'info',
};

/** What runs in webviews: a program of its own for each page, and what it looks like. */
const pages = {
  entryPoints: ['conversation', 'compose'].flatMap((name) => [
    { in: `src/webview/page/${name}/main.ts`, out: name },
    { in: `src/webview/page/${name}/page.css`, out: name },
  ]),
  bundle: true,
  outdir: 'dist/page',
  // What both pages need ships once. By a name that stays: else the former file would be packaged with the new one.
  format: 'esm',
  splitting: true,
  chunkNames: 'shared',
  platform: 'browser',
  target: 'es2023',
  // The parser's alphabets are shorter as themselves than as escapes; the page says that it is UTF-8.
  charset: 'utf8',
  minify: has('production'),
  sourcemap: has('production') ? false : 'inline',
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
  plugins: [ruleSetAlone],
  logLevel: 'warning',
});

const suites = tests('test/{unit,host,browser}/**/*.test.ts', (path) => path.replace(/^test./, ''));
const programs = tests('test/support/programs/*.ts', (path) => basename(path));
const runner = tests('test/support/programs/run.ts', (path) => basename(path));

// Shared parts have other names after each change: the former ones would stay.
if (!has('runner')) rmSync('dist/api', { recursive: true, force: true });
if (!has('runner')) layOut();
for (const options of wanted()) {
  if (has('watch')) await (await context(options)).watch();
  else await build(options);
}
dropFormerTests();

function wanted() {
  if (has('production')) return [extension, pages, api];
  if (has('runner')) return [runner];
  return [extension, pages, api, suites, programs];
}

/** What pages and host read as it is: the icons, and the emoji that everybody has. */
function layOut() {
  mkdirSync('dist/page', { recursive: true });
  for (const file of ['codicon.css', 'codicon.ttf'])
    cpSync(`node_modules/@vscode/codicons/dist/${file}`, `dist/page/${file}`);
  writeFileSync('dist/emoji.json', JSON.stringify(standardEmoji()));
}

/** In the order in which pickers show them, without skin tones; short names without colons. */
function standardEmoji() {
  const read = (file) => JSON.parse(readFileSync(`node_modules/emoji-toolkit/${file}`, 'utf8'));
  return Object.values(read('emoji.json'))
    .filter(({ category, diversity }) => category !== 'modifier' && diversity === null)
    .sort((one, other) => one.order - other.order)
    .map(({ shortname, shortname_alternates, category, code_points }) => ({
      names: [shortname, ...shortname_alternates].map((name) => name.replaceAll(':', '')),
      unicode: String.fromCodePoint(
        ...code_points.fully_qualified.split('-').map((point) => parseInt(point, 16)),
      ),
      category,
    }));
}

/** The bundle of a test whose source is gone would run on. */
function dropFormerTests() {
  for (const bundle of globSync('dist/test/{unit,host,browser}/**/*.test.js')) {
    const source = bundle.replace(/^dist./, '').replace(/js$/, 'ts');
    if (!existsSync(source)) rmSync(bundle);
  }
}
