import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names the folder in which the measurement and its programs inside VS Code leave files for each other. */
export const homeVariable = 'ACTIVATION_HOME';

export interface Plan {
  /** Extensions to activate, in this order. */
  readonly order: readonly string[];
  /** Where the stand-in says how many sockets the account has that is to be signed in. */
  readonly sockets?: string | undefined;
}

interface Files {
  readonly plan: Plan;
  /** What each step of the plan took, in milliseconds. */
  readonly times: readonly number[];
  /** Whom to sign in, as AccountRecord writes it. */
  readonly record: unknown;
}

export function leave<N extends keyof Files>(home: string, name: N, value: Files[N]): void {
  writeFileSync(join(home, `${name}.json`), JSON.stringify(value));
}

export function find<N extends keyof Files>(home: string, name: N): Files[N] {
  // Only `leave` writes there.
  return JSON.parse(readFileSync(join(home, `${name}.json`), 'utf8')) as Files[N];
}

/** For programs inside VS Code. */
export function homeFromEnvironment(): string {
  const home = process.env[homeVariable];
  if (home === undefined) throw new Error('This is a part of `npm run bench`.');
  return home;
}
