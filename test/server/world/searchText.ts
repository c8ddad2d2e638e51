import { plainError } from '../failures';
import type { Message } from './documents';
import { folded, stem, wordsOf } from './searchWords';

/** How well a message fits, 0 for not at all. */
export type Fit = (message: Message) => number;

/** Any of the words, all of the quoted phrases, none of what stands behind a minus. */
export function wordsFit(text: string): Fit {
  const { phrases, refused, rest } = partsOf(text);
  const isWanted = oneOf(wordsOf([rest, ...phrases].join(' ')));
  const isRefused = oneOf(wordsOf(refused.join(' ')));
  return ({ msg }) => {
    if (phrases.length > 0 && !phrases.every((phrase) => folded(msg).includes(phrase))) return 0;
    const words = wordsOf(msg);
    const hits = words.filter(isWanted).length;
    // As the database weighs: a word of a short text weighs more.
    return hits === 0 || words.some(isRefused) ? 0 : hits * (0.5 + 0.5 / words.length);
  };
}

/** Stems are costly, and no ending is at the beginning: so the first letter is looked at first. */
function oneOf(words: readonly string[]): (word: string) => boolean {
  const stems = new Set(words.map(stem));
  const letters = new Set(words.map((word) => word.charAt(0)));
  return (word) => letters.has(word.charAt(0)) && stems.has(stem(word));
}

/** By a pattern of the person's own: 1 or 0. */
export function patternFit(source: string, flags: string): Fit {
  const pattern = compiled(source, flags);
  return ({ msg }) => (pattern.test(msg) ? 1 : 0);
}

function partsOf(text: string) {
  const phrases: string[] = [];
  const withoutPhrases = text.replace(/"([^"]*)"/g, (_match, phrase: string) => {
    phrases.push(folded(phrase));
    return ' ';
  });
  const words = withoutPhrases.split(/\s+/);
  const refused = words.filter((word) => /^-./.test(word));
  const rest = words.filter((word) => !/^-./.test(word)).join(' ');
  return { phrases: phrases.filter((phrase) => phrase !== ''), refused, rest };
}

/** The database knows one flag more: `x` ignores blanks and comments. */
function compiled(source: string, flags: string): RegExp {
  const known = [...new Set(flags)].filter((flag) => flag !== 'x').join('');
  const pattern = flags.includes('x') ? source.replace(/\\.|\s+|#.*$/gm, keptEscape) : source;
  try {
    return new RegExp(pattern, known);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw plainError(`Regular expression is invalid: ${error.message.replace(/^.*: /, '')}`);
  }
}

function keptEscape(match: string): string {
  return match.startsWith('\\') ? match : '';
}
