import { execFile } from 'node:child_process';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a program to its end and answers its stdout; a failure says why it failed. */
export async function run(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { ...options, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error) reject(new Error(reasonIn(stderr) ?? error.message, { cause: error }));
      else resolve(stdout);
    });
  });
}

/** Runs npm as `run` does. */
export async function npm(args: readonly string[], options: RunOptions = {}): Promise<string> {
  return run(...npmCommand(args), options);
}

/** npm is called by the npm that runs us, if one does: its `npm` may be no executable (Windows). */
export function npmCommand(args: readonly string[]): [program: string, args: readonly string[]] {
  const script = process.env['npm_execpath'];
  return script?.endsWith('.js') === true ? [process.execPath, [script, ...args]] : ['npm', args];
}

/** The line that says why, among all that npm and apt say when they fail. */
export function reasonIn(stderr: string): string | undefined {
  const lines = stderr.split('\n').map((line) => line.replace(/^npm error( network)?/, '').trim());
  const reason =
    lines.find((line) => line.includes('reason: ')) ?? lines.find((line) => line.startsWith('code E'));
  return reason ?? lines.findLast((line) => line !== '');
}
