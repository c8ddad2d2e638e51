/** Longer ones fit no file system. */
const longest = 200;

/** A file name as a label: of a path only its end, without what no file system takes or what hides its ending. */
export function labelOf(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    // Controls, and marks that turn the direction of reading.
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const ending = /\.[^.]{1,16}$/.exec(plain)?.[0] ?? '';
  const short = plain.length > longest ? plain.slice(0, longest - ending.length) + ending : plain;
  return short === '' ? 'file' : short;
}
