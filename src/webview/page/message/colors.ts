/** The colours that servers name, as the theme has them. */
const named: Readonly<Record<string, string>> = {
  good: 'var(--vscode-testing-iconPassed, var(--vscode-charts-green))',
  warning: 'var(--vscode-editorWarning-foreground, var(--vscode-charts-yellow))',
  danger: 'var(--vscode-errorForeground, var(--vscode-charts-red))',
};

/** A colour that a message asks for; undefined if it is none. `isColor` knows what a browser can draw. */
export function barColor(color: string, isColor: (color: string) => boolean): string | undefined {
  const wanted = color.trim().toLowerCase();
  if (Object.hasOwn(named, wanted)) return named[wanted];
  // Functions that reach for something else are no colours of their own.
  if (wanted.length > 80 || /\b(var|env|attr|url|if|image)\b/.test(wanted)) return undefined;
  return isColor(wanted) ? wanted : undefined;
}
