/**
 * Whether it looks drawn by lot rather than named by a person: hardly two signs of one kind stand together, where words
 * and names are made of long runs.
 */
export function looksRandom(value: string): boolean {
  if (value.length < 12 || /[^\w+/=.~-]/.test(value) || isKnownShape(value)) return false;
  const runs = value.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
  const signs = runs.join('').length;
  if (runs.length < 2) return /[bcdfghjklmnpqrstvwxz]{6}/i.test(value);
  return (
    /\d|[a-z][A-Z]/.test(value) &&
    signs / runs.length < longestRuns(value) &&
    bitsOf(value) >= leastBits(value)
  );
}

/** On average. No word has so many consonants in a row. */
function longestRuns(value: string): number {
  return /[bcdfghjklmnpqrstvwxz]{5}/i.test(value) ? 4.2 : 3.4;
}

/** As generators of passwords draw them: letters, figures and signs of all kinds, hardly two of a kind together. */
export function looksGenerated(value: string): boolean {
  if (value.length < 8 || /\s/.test(value) || isKnownShape(value) || isCode(value)) return false;
  const runs = value.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^\w\s]/].filter((kind) => kind.test(value));
  return kinds.length >= 3 && runs.join('').length / runs.length < 2.7 && bitsOf(value) >= leastBits(value);
}

/** What code looks like: a call, a place in a list, a type with its parameters, a literal, a chain of names, a tag. */
export function isCode(value: string): boolean {
  return codeShapes.some((shape) => shape.test(value));
}

const codeShapes: readonly RegExp[] = [
  /^!?[A-Za-z_$][A-Za-z_$.:?]+\(.*\)[;,]?$/,
  /^[A-Za-z_$][\w$.]*(?:\[\w*\]|<[\w<>,[\]]*>)+[;,]?$/,
  /^[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*)*[;,]?$/,
  /^(?:\[.*\]|\{.*\}|\(.*\))[;,]?$/,
  /=>|\$\{|^<\/?[A-Za-z]+(?:\s|\/?>)|\\[nrtux]/,
];

/** A word with a figure or a sign in it, as people make passwords; not one that numbers things or ends a sentence. */
export function looksChosen(value: string): boolean {
  if (value.length < 6 || /[\s\\]/.test(value) || isKnownShape(value)) return false;
  const hasSignWithin = /\w[!@#$%^&*+=?~].*\w/.test(value) || /\d[!@#$%^&*+=?~]/.test(value);
  return /[A-Za-z]/.test(value) && (/\d/.test(value) || hasSignWithin);
}

/** Says which thing it is, but opens none: ids of things, versions, addresses, colours, times. */
function isKnownShape(value: string): boolean {
  return shapes.some((shape) => shape.test(value));
}

const shapes: readonly RegExp[] = [
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  /^sha\d{1,3}[-:]/i,
  /^v?\d+(?:\.\d+)+/,
  /^\d{4}-\d\d-\d\d/,
  /^#[0-9a-f]{3,8}$/i,
  /^data:|^[\w+.-]+@[\w-]+\.[a-z]+$/i,
  /^[\w.-]+\.(?:js|ts|tsx|jsx|json|ya?ml|py|go|rs|java|md|html?|css|png|svg|jpe?g|com|org|net|io|dev|local)$/i,
  /^[\d.,:-]+$/,
];

/** Shannon's measure: how much one sign tells. */
function bitsOf(value: string): number {
  const counts = new Map<string, number>();
  for (const sign of value) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => {
    const share = count / value.length;
    return sum - share * Math.log2(share);
  }, 0);
}

/** A short one cannot reach what a long one does. */
function leastBits(value: string): number {
  return Math.min(3, Math.log2(value.length) * 0.72);
}
