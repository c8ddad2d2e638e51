/**
 * Whether CSS may take it for a color: a name, `#` with its digits, a function. The server's own words, `good`, `warning`
 * and `danger`, look like names.
 */
export function isColor(typed: string): boolean {
  return /^(?:[a-z]+|#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8}))$/i.test(typed) || isColorFunction(typed);
}

const functions = /^(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|var)\(([^;{}"'\\]+)\)$/i;

function isColorFunction(typed: string): boolean {
  const inside = functions.exec(typed)?.[1];
  return inside !== undefined && !/url\(/i.test(inside) && isBalanced(inside);
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
