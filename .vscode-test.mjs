import { chmodSync, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from '@vscode/test-cli';

// The server build from the npm registry; with `desktop`, @vscode/test-electron downloads the desktop build.
const isDesktop = process.env.VSCODE_HOST === 'desktop';
const executable = resolve('dist/test/code.js');

if (existsSync(executable)) chmodSync(executable, 0o755);

export default defineConfig({
  files: 'dist/test/host/**/*.test.js',
  ...(isDesktop ? {} : { useInstallation: { fromPath: executable } }),
  mocha: {
    ui: 'bdd',
    timeout: 20_000,
    reporter: resolve('test/support/countingReporter.cjs'),
  },
});
