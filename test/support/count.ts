import { existsSync, readFileSync } from 'node:fs';

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** How a part of the tests ended. */
export interface Ending {
  /** Undefined when it had to be stopped. */
  readonly exitCode: number | undefined;
  /** What its reporter counted; undefined when it never came to that. */
  readonly counted: Count | undefined;
}

/** What counts nothing adds one failure, and so does what fails although all that it counted passed. */
export function countOf({ exitCode, counted }: Ending): Count {
  const { passed, failed } = counted ?? { passed: 0, failed: 0 };
  const isSilent = passed + failed === 0;
  const isBroken = failed === 0 && exitCode !== 0;
  return { passed, failed: isSilent || isBroken ? failed + 1 : failed };
}

export function sum(counts: readonly Count[]): Count {
  const add = (all: Count, one: Count) => ({
    passed: all.passed + one.passed,
    failed: all.failed + one.failed,
  });
  return counts.reduce(add, { passed: 0, failed: 0 });
}

/** What the counting reporter wrote. */
export function readCount(file: string): Count | undefined {
  if (!existsSync(file)) return undefined;
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return isCount(value) ? value : undefined;
}

function isCount(value: unknown): value is Count {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'passed' in value && Number.isInteger(value.passed) && 'failed' in value && Number.isInteger(value.failed)
  );
}
