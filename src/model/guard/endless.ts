/**
 * Whether a regular expression repeats, without an end to it, what repeats without an end itself: `(a+)+`. On a text that
 * almost matches it tries every way to share out the signs, and nobody can stop it.
 */
export function isEndless(source: string): boolean {
  const around: boolean[] = [];
  let repeats = false;
  for (const [token] of source.replace(escapes, 'x').replace(classes, 'x').matchAll(tokens)) {
    if (token === '(') {
      around.push(repeats);
      repeats = false;
    } else if (token === ')') repeats = (around.pop() ?? false) || repeats;
    else if (!token.startsWith(')')) repeats = true;
    else if (repeats) return true;
    else {
      around.pop();
      repeats = true;
    }
  }
  return false;
}

/** What has no meaning of its own behind them, or within. */
const escapes = /\\./g;
const classes = /\[[^\]]*\]/g;

/** Groups, repeated or not, and what else is repeated without an end. */
const tokens = /\(|\)(?:[*+]|\{\d+,\})?|[*+]|\{\d+,\}/g;
