/** Whether a path leads where it begins, on all systems: Windows takes a backslash for a slash. */
export function isPlainPath(path: string): boolean {
  return !path.split(/[\\/]/).includes('..');
}
