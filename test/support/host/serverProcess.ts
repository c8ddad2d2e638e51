import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

const ready = 'Extension host agent started';
const patience = 5_000;

/** A server in a process group of its own, so that the extension hosts it starts end with it. */
export class ServerProcess {
  private readonly child: ChildProcess;
  private readonly endWithUs = () => this.signal('SIGKILL');
  private readonly exit = () => process.exit(143);

  constructor(args: readonly string[], env: NodeJS.ProcessEnv) {
    this.child = spawn(process.execPath, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    process.once('exit', this.endWithUs);
    // By default this signal ends a process without its `exit` event.
    process.once('SIGTERM', this.exit);
  }

  /** Resolves once connections are taken; rejects with what it said when it ends before. */
  async started(): Promise<void> {
    return new Promise((resolve, reject) => {
      let output = '';
      const listen = (chunk: Buffer) => {
        if (!output.includes(ready)) output += chunk.toString();
        if (output.includes(ready)) resolve();
      };
      this.child.stdout?.on('data', listen);
      this.child.stderr?.on('data', listen);
      this.child.once('error', reject);
      this.child.once('exit', (code) => reject(new Error(`VS Code's server ended with ${code}:\n${output}`)));
    });
  }

  /** Of the server, and the name of its group. */
  get pid(): number {
    if (this.child.pid === undefined) throw new Error("VS Code's server did not start.");
    return this.child.pid;
  }

  async stop(): Promise<void> {
    process.off('exit', this.endWithUs);
    process.off('SIGTERM', this.exit);
    if (this.isRunning()) {
      const ended = once(this.child, 'exit');
      this.signal('SIGTERM');
      await Promise.race([ended, delay(patience, undefined, { ref: false })]);
    }
    this.signal('SIGKILL');
  }

  private isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** To the whole group, whose members may outlive the server itself. */
  private signal(signal: NodeJS.Signals): void {
    if (this.child.pid === undefined) return;
    try {
      process.kill(-this.child.pid, signal);
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ESRCH';
}
