/**
 * Texts of a server, for places where VS Code makes more of a text than text: `[x](command:y)` in notifications,
 * prompts and verdicts is a link that runs commands, `$(x)` in rows and in the status bar is an icon.
 */
export function plainText(text: string): string {
  // Parted by a space without width, so that it still reads the same.
  return text.replaceAll('](', ']\u200b(').replaceAll('$(', '$\u200b(');
}
