/** The commonest words of English, which an index of words leaves out. */
const stopWords = new Set(
  [
    "a about above after again against all am an and any are aren't as at be because been before being below",
    "between both but by can't cannot could couldn't did didn't do does doesn't doing don't down during each",
    "few for from further had hadn't has hasn't have haven't having he her here hers herself him himself his",
    "how i if in into is isn't it its itself let's me more most mustn't my myself no nor not of off on once",
    "only or other ought our ours ourselves out over own same she should shouldn't so some such than that the",
    'their theirs them themselves then there these they this those through to too under until up very was',
    "wasn't we were weren't what when where which while who whom why with won't would wouldn't you your yours",
    'yourself yourselves',
  ].flatMap((line) => line.split(' ')),
);

/** The words of a text in its order, without the commonest: neither case nor accents matter. */
export function wordsOf(text: string): string[] {
  const words = folded(text).match(/[\p{L}\p{N}_]+(?:'\p{L}+)?/gu) ?? [];
  return words.filter((word) => !stopWords.has(word));
}

/** In small letters without accents. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The word without its English ending: `plans`, `planned` and `planning` are all `plan`. */
export function stem(word: string): string {
  const singular = withoutPlural(word.replace(/'.*$/, ''));
  const base = withoutSuffix(singular);
  return base.replace(/(?<=[^aeiou].*)e$/, '').replace(/(?<=[^aeiou])y$/, 'i');
}

function withoutPlural(word: string): string {
  if (/[^aeious]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return /[^su]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}

function withoutSuffix(word: string): string {
  const base = word
    .replace(/(?<=[aeiouy].*[^aeiou]|[aeiouy]{2})(?:ing|ed)(?:ly)?$/, '')
    .replace(/(?<=.{4})(?:ly|ment)$/, '');
  // `planned` without its ending is `plann`; `fill` and `pass` are whole.
  return base === word ? word : base.replace(/([^aeioulsz])\1$/, '$1');
}
