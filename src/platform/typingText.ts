import * as vscode from 'vscode';

/** Who is typing, in words; undefined while nobody is. More than two are counted. */
export function typingText(names: readonly string[]): string | undefined {
  const [first, second, ...others] = names;
  if (first === undefined) return undefined;
  if (second === undefined) return vscode.l10n.t('{0} is typing…', first);
  if (others.length === 0) return vscode.l10n.t('{0} and {1} are typing…', first, second);
  return vscode.l10n.t('{0} people are typing…', names.length);
}
