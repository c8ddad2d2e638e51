/** Signs that are not seen but turn or hide what stands around them; those that people's languages need as well. */
const unseen =
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0]/gu;
/** Joins the parts of one picture, as in families. */
const joiner =
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})/gu;
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** More than any language piles up on a letter. */
const piled = /(\p{M}{4})\p{M}+/gu;

/** A name in one line that looks like no other: without what cannot be seen in it. */
export function cleanName(name: string): string {
  const parts = name.split(joiner).map((part) => part.replace(unseen, '').replace(piled, '$1'));
  return parts.join('\u200d').replace(/\s+/g, ' ').trim();
}

/** Code as the computer reads it: what would turn its order around is shown instead. */
export function plainCode(code: string): string {
  return code.replace(
    turning,
    (sign) => `<U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}

let segmenter: Intl.Segmenter | undefined;

/** The first sign of a name, for a box where a picture would be. */
export function initialOf(name: string): string {
  segmenter ??= new Intl.Segmenter();
  const [first = '?'] = segmenter.segment(cleanName(name));
  return typeof first === 'string' ? first : first.segment.toUpperCase();
}
