import { type ChildProcess, spawn } from 'node:child_process';
import { npmCommand } from './host/command';

/** Minutes: the browser floor, the longest, takes 30 to 50 on two cores; all together have 90. */
const deadline = 70;

/** Runs a script of package.json before the person's eyes; answers its exit code, none if it had to be stopped. */
export async function runScript(name: string, env: NodeJS.ProcessEnv = {}): Promise<number | undefined> {
  const [program, args] = npmCommand(['run', '--silent', name]);
  // A process group of its own, so that whatever the script starts can be ended with it.
  const child = spawn(program, args, { detached: true, stdio: 'inherit', env: { ...process.env, ...env } });
  const timer = setTimeout(() => {
    process.stderr.write(`\n${name} was stopped after ${deadline} minutes\n`);
    endGroup(child);
  }, deadline * 60_000);
  const interrupted = () => {
    endGroup(child);
    process.exit(130);
  };
  process.once('SIGINT', interrupted);
  try {
    return await exitCode(child);
  } finally {
    clearTimeout(timer);
    process.off('SIGINT', interrupted);
  }
}

function endGroup(child: ChildProcess): void {
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
}

async function exitCode(child: ChildProcess): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? undefined));
  });
}
