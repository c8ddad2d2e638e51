/** Puts values into `{0}`, `{1}` of a sentence. */
export function fill(sentence: string, ...values: readonly (string | number)[]): string {
  return sentence.replace(/\{(\d+)\}/g, (hole, at: string) => String(values[Number(at)] ?? hole));
}

/** The sentence for one, or the one for several, with the number in it. */
export function counted(
  number: number,
  { one, many }: { readonly one: string; readonly many: string },
): string {
  return fill(number === 1 ? one : many, number);
}
