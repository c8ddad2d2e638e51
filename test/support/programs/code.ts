#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, parseArgs } from 'node:util';
import { launchBrowser } from '../host/browser';
import { type Host, startHost } from '../host/host';
import { isNoise } from '../host/noise';
import { openWorkbench, type WorkbenchOptions } from '../host/workbench';

// Takes the flags of VS Code's desktop executable and serves them with VS Code's server build and a browser without
// a window, so that @vscode/test-cli runs its suites where the desktop build cannot be downloaded.

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);

async function main(): Promise<number> {
  const host = await startHost();
  try {
    return await runSuite(host, requested(process.argv.slice(2)));
  } finally {
    await host.stop();
  }
}

function requested(args: string[]): WorkbenchOptions {
  const path = { type: 'string' } as const;
  const options = { extensionDevelopmentPath: path, extensionTestsPath: path };
  const { values, positionals } = parseArgs({ args, options, strict: false, allowPositionals: true });
  const folder = positionals.find((argument) => existsSync(argument));
  return {
    ...(folder !== undefined && { folder: resolve(folder) }),
    ...(typeof values.extensionDevelopmentPath === 'string' && {
      extension: resolve(values.extensionDevelopmentPath),
    }),
    ...(typeof values.extensionTestsPath === 'string' && { suite: resolve(values.extensionTestsPath) }),
  };
}

/** Answers the exit code of the suite. */
async function runSuite(host: Host, options: WorkbenchOptions): Promise<number> {
  const browser = await launchBrowser();
  try {
    return await new Promise((done, fail) => {
      openWorkbench(browser, host, { ...options, onLog: print, onExit: done }).catch(fail);
    });
  } finally {
    await browser.close();
  }
}

function print(_type: string, args: readonly unknown[]): void {
  const line = format(...args);
  if (!isNoise(line)) console.log(line);
}
