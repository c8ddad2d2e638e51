import type { Guard, Passage } from './guard';

/** Takes a text that leaves; answers what stands in its place. */
export type Through = (passage: Passage) => string;

/** Something with texts in it, as it is with each of them put through, always in the same order. */
export type Texts<Thing> = (thing: Thing, through: Through) => Thing;

/**
 * A thing as it may leave, after one question for all of its texts; the same one where nothing was masked. Undefined
 * where the person wants to go no further.
 */
export async function checkTexts<Thing>(
  guard: Guard,
  thing: Thing,
  texts: Texts<Thing>,
): Promise<Thing | undefined> {
  const passages: Passage[] = [];
  texts(thing, (passage) => {
    passages.push(passage);
    return passage.text;
  });
  const checked = await guard.check(passages);
  if (!checked) return undefined;
  if (passages.every(({ text }, at) => text === checked[at])) return thing;
  const rest = checked.values();
  return texts(thing, ({ text }) => rest.next().value ?? text);
}
