import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killExtensionHosts } from './extensionHosts';
import { vscodeServer } from './release';
import { freePort } from './port';
import { ServerProcess } from './serverProcess';
import { WrittenSettings, type Settings } from './settings';

export interface HostOptions {
  /** Machine settings, on top of those for a quiet window. */
  readonly settings?: Settings;
  /** Where installed extensions live; inside the data folder by default. */
  readonly extensionsDir?: string;
  /** Kept at the end when given; else a temporary folder that ends with the server. */
  readonly dataDir?: string;
  /** False: windows start in Restricted Mode. */
  readonly isTrusted?: boolean;
  /** What the extension host finds in its environment besides ours. */
  readonly env?: NodeJS.ProcessEnv;
  /** With VS Code's smoke-test driver: windows can run suites, and show no toasts. */
  readonly hasDriver?: boolean;
}

/** VS Code's server build, running. */
export interface Host {
  readonly port: number;
  readonly authority: string;
  readonly url: string;
  /** Changes machine settings; a window that is open follows. */
  configure(settings: Settings): Promise<void>;
  /** Changes the person's own settings; a window takes them in when it is loaded. */
  prefer(settings: Settings): Promise<void>;
  /** Extensions end in the middle of whatever they do; VS Code starts them again. */
  crash(): Promise<void>;
  /** Ends the server and all that it started. */
  stop(): Promise<void>;
}

/** Starts VS Code's server and waits until it takes connections. */
export async function startHost(options: HostOptions = {}): Promise<Host> {
  const main = await vscodeServer();
  const home = await mkdtemp(join(tmpdir(), 'vscode-host-'));
  const dataDir = options.dataDir ?? join(home, 'data');
  const settings = WrittenSettings.ofMachine(dataDir);
  const own = WrittenSettings.ofPerson(dataDir);
  await settings.add(options.settings ?? {});
  const port = await freePort();
  const args = [main, '--port', String(port), '--server-data-dir', dataDir, ...flags(options)];
  // VS Code leaves sockets where temporary files go.
  const env = { ...withoutEditor(process.env), TMPDIR: home, XDG_RUNTIME_DIR: home, ...options.env };
  const server = new ServerProcess(args, env);
  await server.started();
  return {
    port,
    authority: `127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}`,
    configure: (more) => settings.add(more),
    prefer: (more) => own.add(more),
    crash: () => killExtensionHosts(server.pid),
    stop: async () => {
      await server.stop();
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function flags({ extensionsDir, hasDriver, isTrusted }: HostOptions): string[] {
  return [
    ...['--host', '127.0.0.1', '--without-connection-token', '--accept-server-license-terms'],
    ...['--telemetry-level', 'off'],
    ...(extensionsDir === undefined ? [] : ['--extensions-dir', extensionsDir]),
    ...(hasDriver ? ['--enable-smoke-test-driver'] : []),
    ...(isTrusted === false ? [] : ['--disable-workspace-trust']),
  ];
}

/** The terminal of another VS Code leaves variables that would lead the server to that one. */
export function withoutEditor(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(
    ([name]) => !name.startsWith('VSCODE_') || name === 'VSCODE_TEST_OPTIONS',
  );
  return Object.fromEntries(kept);
}
