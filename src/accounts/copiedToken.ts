export interface CopiedToken {
  readonly token: string;
  readonly userId?: string;
}

/**
 * The token in what a person pasted: the token alone, or Rocket.Chat's whole message with token and user id,
 * which comes in the person's language. Undefined if there is none.
 */
export function copiedToken(text: string): CopiedToken | undefined {
  const words = text.trim().split(/\s+/);
  if (words.length === 1) return words[0] ? { token: words[0] } : undefined;
  const behindColons = [...text.matchAll(/[:：]\s*([\w-]+(?:\.[\w-]+)*)/g)].flatMap(
    (match) => match[1] ?? [],
  );
  return pairIn(behindColons.length > 0 ? behindColons : words);
}

/** Tokens have 43 characters today and user ids 17; all that is relied on is which one is longer. */
function pairIn(values: readonly string[]): CopiedToken | undefined {
  const token = values.reduce((longest, value) => (value.length > longest.length ? value : longest), '');
  if (!/^[\w-]{20,}$/.test(token)) return undefined;
  const others = values.filter((value) => value !== token);
  return others.length === 1 ? { token, userId: others[0] } : { token };
}
