/** A part of a text, and where in it. */
export interface Window {
  readonly part: string;
  readonly at: number;
}

/** What a rule is given at once: even one that compared each place with each other would be through in no time. */
export const longestWindow = 64 * 1024;
/** More than the longest key: it stands whole in one of two windows. */
export const overlap = 16 * 1024;

/** A text part by part, however long it is. */
export function* windows(text: string): Generator<Window> {
  let at = 0;
  for (; text.length - at > longestWindow; at = lineNear(text, at + longestWindow - overlap))
    yield { part: text.slice(at, at + longestWindow), at };
  yield { part: text.slice(at), at };
}

/** Where the line begins in which the place stands, if it is not too long: rules look at how lines begin. */
function lineNear(text: string, place: number): number {
  const from = text.lastIndexOf('\n', place - 1) + 1;
  return place - from < overlap ? from : place;
}
