import { isPlaceholder, isPlaceholderInUse } from './placeholders';
import { isCode, looksChosen, looksGenerated, looksRandom } from './randomness';
import { matchesOf, type Matched, type Span } from './span';
import { tells, type Origin } from './tellingNames';

/** Values beside a name that tells: `apiKey: "…"`, `DB_PASSWORD=…`, `--token …`, `Authorization: Bearer …`. */
export function namedSpans(text: string): readonly Span[] {
  const found = forms.flatMap(({ pattern, isSecret }) => [...matchesOf(text, pattern)].filter(isSecret));
  return found.map(({ start, end, groups }) => ({ start, end, rule: ruleOf(groups['name'] ?? '') }));
}

interface Form {
  /** With the groups `name` and `secret`. */
  readonly pattern: RegExp;
  readonly isSecret: (found: Matched) => boolean;
}

/** How a line of an `.env` file begins, with what shells, Docker and lists put before it. */
const lineStart = String.raw`^[ \t>+-]*(?:(?:export|set|setx|declare -x|ENV|ARG|env)[ \t]+|\$env:)?`;

const forms: readonly Form[] = [
  // "apiKey": "…", api_key = '…', apiKey := `…`, const TOKEN: string = "…", 'token' => '…', setPassword("…")
  {
    pattern:
      /(?<![\w.-])[\d.-]*(?<name>[A-Za-z_][\w.-]+)(?=["'`]?\]?[ \t]{0,8}(?:(?::[ \t]{0,4}[\w<>[\]&'. |]{1,40}?)?[ \t]{0,8}(?::=|=>|={1,3}|\?\?=|\|\|=|:)|\(|(?<comma>,)|\?\?|\|\|)\s{0,20}(?:[rbuf@$]|await\s)?(?<quote>["'`])(?<secret>(?:(?!\k<quote>)[^\\\n]|\\.){4,400})\k<quote>)/dg,
    isSecret: isQuotedSecret,
  },
  // DB_PASSWORD=… as a line of its own, and in quotes
  {
    pattern: new RegExp(
      String.raw`${lineStart}(?<name>[A-Z][A-Z0-9_]{2,80})=(?<secret>[^\s"'][^\n"']{2,400}?)(?:[ \t]+#.*|[ \t]*\\)?[ \t]*\r?$`,
      'dgm',
    ),
    isSecret: isEnvironmentSecret,
  },
  {
    pattern: new RegExp(
      String.raw`${lineStart}(?<name>[A-Z][A-Z0-9_]{2,80})=(?<quote>["'])(?<secret>(?:(?!\k<quote>)[^\n]){3,400})\k<quote>`,
      'dgm',
    ),
    isSecret: isEnvironmentSecret,
  },
  // spring.datasource.password=…, password: … as a line of its own
  {
    pattern:
      /^[ \t>+-]*(?<name>[A-Za-z_][\w.-]{1,80})[ \t]{0,8}[:=][ \t]{0,8}(?<secret>[^\s"'`#][^\s"'`]{4,400})(?:[ \t]+#.*)?[ \t]*\r?$/dgm,
    isSecret: isBareSecret,
  },
  // X-Auth-Token: …, within a quoted header of curl too; ?access_token=…&
  {
    pattern: /(?<![\w-])(?<name>[A-Za-z_][\w-]{2,60})(?=(?::[ \t]?|=)(?<secret>[\w+/=.~-]{12,400}))/dg,
    isSecret: isHeaderSecret,
  },
  // Authorization: Bearer …
  { pattern: /\b(?<name>Bearer|token)\s{1,4}(?<secret>[\w+/=.~-]{16,2000})/dgi, isSecret: isLot },
  {
    pattern:
      /\b(?<name>Authorization)["'\]]*\s{0,4}[:=,]\s{0,4}["'`]?(?:Basic|Token|Digest|ApiKey)\s{1,4}(?<secret>[\w+/=.~-]{8,400})/dgi,
    isSecret: isBasic,
  },
  // --token …, --password=…, and in quotes
  {
    pattern:
      /(?<=\s)--?(?<name>[a-z][\w-]{2,40})[= \t](?<quote>["'])(?<secret>(?:(?!\k<quote>)[^\n]){6,400})\k<quote>/dgi,
    isSecret: isQuotedSecret,
  },
  {
    pattern: /(?<=\s)--?(?<name>[a-z][\w-]{2,40})[= \t]["']?(?<secret>[^\s"'$<>[\]{}()|]{6,400})/dgi,
    isSecret: isOptionSecret,
  },
  // curl -u user:…, sshpass -p …, mysql -p…
  {
    pattern:
      /\b(?:(?:curl|wget|http)\b[^\n]{0,200}?\s(?:-u|--user)\s{0,2}["']?[\w.@-]{1,80}:|sshpass\s+-p\s{0,2}["']?|mysql(?:dump)?\b[^\n]{0,120}?\s-p)(?<secret>[^\s"']{4,200})/dg,
    isSecret: isRealValue,
  },
  // CREATE USER … IDENTIFIED BY '…', machine … login … password …
  {
    pattern:
      /\b(?:IDENTIFIED\s+(?:WITH\s+\w+\s+)?BY|(?:ROLE|USER)\b[^\n;]{0,120}?\bPASSWORD)\s+'(?<secret>[^'\n]{4,200})'/dgi,
    isSecret: isRealValue,
  },
  { pattern: /\blogin\s+\S+\s+password\s+(?<secret>\S{4,200})/dg, isSecret: isRealValue },
  // <password>…</password>, <add key="ApiKey" value="…" />
  { pattern: /<(?<name>[A-Za-z][\w.:-]{2,60})>(?<secret>[^<>\s]{6,400})<\//dg, isSecret: isQuotedSecret },
  {
    pattern:
      /\b(?:key|name)\s*=\s*["'](?<name>[\w.:-]{3,80})["']\s+value\s*=\s*["'](?<secret>[^"'\n]{6,400})["']/dgi,
    isSecret: isQuotedSecret,
  },
  // - name: DB_PASSWORD, then value: … in the next line
  {
    pattern: /\bname:\s*["']?(?<name>[\w.-]{3,80})["']?\s*\n\s*value:\s*["']?(?<secret>[^\s"']{6,400})/dg,
    isSecret: isQuotedSecret,
  },
  // "auths": { "host": { "auth": "…" } } of Docker, _auth=… of npm
  {
    pattern: /(?<name>\b_?auth)(?:"\s*:\s*"|\s*=\s*)(?<secret>[A-Za-z0-9+/]{12,400}={0,2})(?=["\s]|$)/dg,
    isSecret: isBasic,
  },
];

/** One that names its own kind, and is not a name of a thing, is one. */
function isQuotedSecret({ secret, groups }: Matched): boolean {
  const kind = originOf(groups);
  if (!kind || isPlaceholder(secret)) return false;
  // After a comma stands the next word of a list as well.
  const isMeant = kind === 'chosen' && !groups['comma'];
  return looksDrawn(secret) || (isMeant && looksChosen(secret) && !isCode(secret));
}

/** Whoever gives a variable of the environment such a name means it. */
function isEnvironmentSecret({ secret, groups }: Matched): boolean {
  const kind = originOf(groups);
  if (!kind || isPlaceholderInUse(secret) || noValue.test(secret)) return false;
  // A line of code is one word, too.
  const isMeant = kind === 'chosen' && !/[;{}]/.test(secret);
  return isMeant || looksDrawn(secret) || (looksChosen(secret) && !isCode(secret));
}

/** A count, a call, a command. */
const noValue = /^[\d.]{1,5}$|^[A-Za-z_.]+\(.*\)[;,]?$|\s-|^\s|\s$/;

/** Code can look like a line of settings: names of things are no values. */
function isBareSecret({ secret, groups }: Matched): boolean {
  const kind = originOf(groups);
  if (!kind || isPlaceholder(secret) || nameOfThing.test(secret)) return false;
  // What follows a `;` with a name of its own is the rest of a connection string.
  if (/[{}()[\],;<>]/.test(secret)) return looksGenerated(secret) && !/;[\w ]+=/.test(secret);
  return looksDrawn(secret) || (kind === 'chosen' && isChosenAlone(secret));
}

function isChosenAlone(secret: string): boolean {
  return looksChosen(secret) && !/^[A-Za-z_]+\d{0,3}$/.test(secret);
}
const nameOfThing = /^[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*)+$/;

function originOf(groups: Matched['groups']): Origin | undefined {
  return tells(groups['name'] ?? '');
}

function looksDrawn(secret: string): boolean {
  return looksRandom(secret) || looksGenerated(secret);
}

function isHeaderSecret({ secret, groups }: Matched): boolean {
  return originOf(groups) !== undefined && !isPlaceholder(secret) && looksRandom(secret);
}

function isOptionSecret(found: Matched): boolean {
  return isQuotedSecret(found) && !found.secret.startsWith('-');
}

function isLot({ secret }: Matched): boolean {
  return !isPlaceholder(secret) && looksRandom(secret);
}

function isRealValue({ secret }: Matched): boolean {
  return !isPlaceholder(secret) && !/^(?:\$\w+$|\\\(|<\w|\{\w+\})/.test(secret);
}

/** `user:password` in the coat of base64. */
function isBasic({ secret }: Matched): boolean {
  return looksRandom(secret) || /^[\x20-\x7e]+:[\x20-\x7e]+$/.test(decoded(secret));
}

function decoded(base64: string): string {
  try {
    return atob(base64);
  } catch {
    // Not written in it.
    return '';
  }
}

function ruleOf(name: string): string {
  if (/pass|pwd/i.test(name)) return 'password';
  if (/token|bearer|auth/i.test(name)) return 'token';
  return /key/i.test(name) ? 'key' : 'secret';
}
