import { isPlaceholderInUse } from './placeholders';
import { matchesOf, type Span } from './span';

/** Passwords in addresses and connection strings: the password alone, so that the rest can still be read. */
export function connectionSpans(text: string): readonly Span[] {
  const found = patterns.flatMap((pattern) => [...matchesOf(text, pattern)]);
  return found
    .filter(({ secret }) => !isPlaceholderInUse(secret) && !isGeneric(secret))
    .map(({ start, end }) => ({ start, end, rule: 'connection-password' }));
}

const patterns: readonly RegExp[] = [
  // scheme://user:password@host, the user may be left out: redis://:password@host
  /\b[a-z][a-z0-9+.-]{1,30}:\/\/[^\s:/?#@"'`<>]{0,120}:(?<secret>[^\s/"'`@]{2,200}|[^\s"'`@]{2,200}(?=@[\w.-]{1,255}[:/]\w))@[\w.[-]/dgi,
  // jdbc:postgresql://host/db?user=me&password=…
  /\b(?:jdbc:)?[a-z][a-z0-9+]{1,20}:\/\/[^\s"'`<>]{1,300}[?&;](?:password|pwd|passwd)=(?<secret>[^\s&;"'`<>]{2,200})/dgi,
  // Server=…;User Id=…;Password=…; in any order
  /(?<![\w.])(?:password|pwd)\s*=\s*(?<secret>[^\s;"'`][^;\n"'`]{1,199});(?=(?:[^;\n"'`]{0,200};){0,12}?\s*(?:server|data source|host|user id|uid|username|database|initial catalog|endpoint|port)\s*=)/dgi,
  /(?:^|[;"'`\s])(?:server|data source|host|user id|uid|username|database|initial catalog|endpoint)\s*=[^;\n"'`]{1,200};(?:[^;\n"'`]{0,200};){0,12}\s*(?:password|pwd)\s*=\s*(?<secret>[^;\n"'`]{2,200})/dgim,
  // host=… user=… password=…, as libpq has it
  /\b(?:host|user|dbname)=(?=[^\s"'`])[^\n"'`]{1,300}?\spassword='?(?<secret>[^\s"'`]{2,200})/dgi,
];

/** The password that everybody's database at home has. */
function isGeneric(secret: string): boolean {
  return /^(?:p|pw|pass|password|secret|postgres|root|mysql|guest|admin|user|test|example)$/i.test(secret);
}
