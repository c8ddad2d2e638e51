/** Whether one release came before another: `8.10` is later than `8.9`, and `8.8` is the first of the 8.8s. */
export function isBefore(version: string, other: string): boolean {
  return version.localeCompare(other, 'en', { numeric: true }) < 0;
}

interface Span {
  readonly since?: string;
  readonly until?: string;
}

/** Whether a release has what came with one version and went with another. */
export function isIn(version: string, { since, until }: Span): boolean {
  return (
    !(since !== undefined && isBefore(version, since)) && !(until !== undefined && !isBefore(version, until))
  );
}
