/** Whether a value only stands for one: what documentation, templates and code have in the place of a secret. */
export function isPlaceholder(value: string): boolean {
  return isReference(value) || isStandIn(value) || isOneWordOfMany(value) || isRow(value);
}

/** The same where values are used and not only spoken of: `Admin2024` is easily guessed there, but real. */
export function isPlaceholderInUse(value: string): boolean {
  return isPlaceholder(value) && !(isOneWordOfMany(value) && /\d/.test(value) && !isRow(value));
}

/** The same of what has the look of a secret already. */
export function isStandIn(value: string): boolean {
  return standIns.test(value) || signs.test(value);
}

/** What leads to a value instead of being one. */
function isReference(value: string): boolean {
  return references.some((pattern) => pattern.test(value));
}

const references: readonly RegExp[] = [
  // Begun, or with all of it somewhere within: drawn by lot, `#{` is but two signs.
  /^(?:\$\{|\$\(|\{\{|<%|%\{|#\{)|[$#%]\{[\w.:?-]+\}|\$\{[^}]*[\s(][^}]*\}|\{\{.*\}\}|<%.*%>/,
  /^\$[A-Z_][A-Z\d_]*$|^\$[a-z_]+(?:[A-Z][a-z]+)*$|^%\w+%$|^\{[A-Za-z_]+\}$|^:[a-z_]+$|^@\w+@$/,
  /\b(?:process|import\.meta|Deno|Bun)\.env\b|\benviron\b|getenv|secrets?\.[A-Za-z]|^env[.:(]/,
  /^(?:\.{0,2}|~)\/[a-z\d_./-]+$|^[A-Za-z]:\\|^(?:https?|file|vault|op|ref|arn|secret):/,
];

/** Words that nobody has in a secret by accident; the short ones stand at the beginning of a word. */
const standIns =
  /(?<![a-z\d])(?:your|fake)|change[-_]?me|replace[-_]?(?:me|with|this)|example|place[-_]?holder|redacted|masked|dummy|sample|insert[-_]|my[-_](?:secret|token|password|api|key)|[-_]here$|to[-_]?be[-_]|lorem/i;

/** Letters that stand for letters. */
const signs = /x{4}(?![a-z\d])|x{6}|\*{3}|•|…|\.{3}|\?{3}|_{4}|-{4}|0{6}|^<[^<>]*>$|‹/i;

const words = new Set(
  (
    'password passwd pass pwd secret token key apikey api access auth user username admin root test testing tests ' +
    'default none null nil undefined true false yes no on off empty string value text foo bar baz qux abc todo tbd ' +
    'private public optional required hidden unknown invalid valid expired missing wrong bad good old new my the a an ' +
    'some any client server basic bearer mock demo guest postgres mysql redis mongo rabbitmq localhost local dev ' +
    'hunter letmein credential credentials authorization app db database bot id name type file in of for and or not is'
  ).split(' '),
);

/** `test-token-1`: made of such words, and of figures that number them. */
function isOneWordOfMany(value: string): boolean {
  if (value.length > longestOfWords) return false;
  const parts = value
    .split(/[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])/)
    .filter((part) => part !== '');
  return parts.every((part) => words.has(part.toLowerCase()) || /^\d{1,4}$/.test(part));
}

/** Nobody puts more of them together. */
const longestOfWords = 100;

/** `abcdef…`, `123456…`, `aaaaaaaa`: what fingers type without looking. */
function isRow(value: string): boolean {
  const small = value.toLowerCase();
  const [first = ''] = small;
  if (small === first.repeat(small.length)) return true;
  return rows.some((row) => small.length >= 6 && row.startsWith(small));
}

const rows = [
  'abcdefghijklmnopqrstuvwxyz0123456789',
  'abcdef0123456789abcdef0123456789abcdef0123456789',
  'abc123def456ghi789',
  '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
];
