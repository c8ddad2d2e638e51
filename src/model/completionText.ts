/**
 * What servers say of a command is for people, or the key of a text that only they have. Most keys read like the text;
 * the others say nothing.
 */
export function readable(text: string | undefined): string | undefined {
  if (text === undefined || text.startsWith('Slash_')) return undefined;
  return text.replace(/(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}])/gu, ' ');
}
