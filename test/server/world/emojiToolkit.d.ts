/** As much of the package as is used here: it comes without types. */
declare module 'emoji-toolkit' {
  const joypixels: {
    /** By the name with its colons, `:smile:`; the others are under `shortnames`. */
    readonly emojiList: Readonly<Record<string, { readonly shortnames: readonly string[] }>>;
  };
  export default joypixels;
}
