/** How people come to a value of such a name: they make it up, or have it drawn by lot. */
export type Origin = 'chosen' | 'drawn';

/** Whether what bears this name is meant to be known to few: `clientSecret`, `DB_PASSWORD_1`, `x-api-key`. */
export function tells(name: string): Origin | undefined {
  const plain = name
    .slice(-longest)
    .replace(/([a-z\d])(?=[A-Z])/g, '$1_')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/_+$/, '')
    .toLowerCase()
    .replace(suffix, '');
  if (harmless.test(plain)) return undefined;
  if (chosen.test(plain)) return 'chosen';
  return drawn.test(plain) ? 'drawn' : undefined;
}

/** Its end says what it is. */
const longest = 80;

/** Which of several, and where. */
const suffix = ending(
  'prod|production|dev|development|test|testing|stage|staging|live|main|primary|old|new|value|key_base|[0-9]{1,2}',
  '+',
);

const chosen = ending('[a-z0-9_]*pass(?:word|wd|phrase|code)?|pwd|pw|secret');

/** Keys that lock something; others sort or map. */
const locks =
  'api|app|auth|access|account|master|private|secret|signing|encryption|encrypt|service|storage|session|client|' +
  'shared|license|webhook|hmac|jwt|cookie|admin|deploy|publish|write|sas|crypt|cipher';

const drawn = ending(
  `[a-z0-9_]*(?:token|secret)|(?:${locks})_?key|credentials?|bearer|authorization|resume|connection_?string|salt`,
);

/** Before a token: places in lists and in texts, and what is stopped. */
const places =
  'next|page|continuation|cancel|cancellation|abort|sync|cursor|design|injection|delta|start|end|first|last|current|' +
  'previous|prev|peek|expected|found|punctuation|syntax|lexer|operator';

/** Before a pass: how often something is gone over, and words that end like it. */
const passes = 'by|com|sub|multi|single|one|two|render|low|high|second|tres|sur|encom';

/** Before a password: what is done with one, or asked about it. */
const deeds = 'is|has|on|show|forgot|reset|change|update|invalid|no|missing|require|confirm|enter';

const harmless = ending(
  `(?:${places}|${passes}|${deeds})_?(?:page_?)?(?:token|pass(?:word)?|secret)|public_?key`,
);

/** What a name in small letters, its words parted by `_`, ends with. */
function ending(words: string, often = ''): RegExp {
  return new RegExp(`(?:(?:^|_)(?:${words}))${often}$`);
}
