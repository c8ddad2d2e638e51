#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, parseArgs } from 'node:util';
import { launchBrowser } from '../host/browser';
import { startHost } from '../host/host';
import { isNoise } from '../host/noise';
import { openWorkbench } from '../host/workbench';

interface Run {
  readonly folder: string | undefined;
  readonly extension: string;
  readonly tests: string;
}

// Takes the flags of VS Code's desktop executable and serves them with VS Code's server build and a browser without
// a window, so that @vscode/test-cli runs its suites where the desktop build cannot be downloaded.
process.once('SIGINT', () => process.exit(130));
main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);

/** Answers the exit code of the suite. */
async function main(): Promise<number> {
  const { folder, ...paths } = requested(process.argv.slice(2));
  const [host, browser] = await Promise.all([startHost({ hasDriver: true }), launchBrowser()]);
  try {
    return await new Promise((onExit, fail) => {
      const suite = { ...paths, onLog: print, onExit };
      openWorkbench(browser, host, folder === undefined ? { suite } : { folder, suite }).catch(fail);
    });
  } finally {
    await browser.close();
    await host.stop();
  }
}

function requested(args: string[]): Run {
  const path = { type: 'string' } as const;
  const options = { extensionDevelopmentPath: path, extensionTestsPath: path };
  const { values, positionals } = parseArgs({ args, options, strict: false, allowPositionals: true });
  const folder = positionals.find((argument) => existsSync(argument));
  return {
    folder: folder === undefined ? undefined : resolve(folder),
    extension: resolve(String(values.extensionDevelopmentPath)),
    tests: resolve(String(values.extensionTestsPath)),
  };
}

function print(_type: string, args: readonly unknown[]): void {
  const line = format(...args);
  if (!isNoise(line)) console.log(line);
}
