/** What a picture may take up in a message, in pixels. */
const widest = 360;
const highest = 240;
/** Of a picture whose measures nobody knows. */
const usual: Box = { width: 240, ratio: 3 / 2 };

export interface Box {
  /** In pixels. */
  readonly width: number;
  /** Of the width to the height. */
  readonly ratio: number;
}

/** The room that is kept for a picture: never larger than itself, nor than a message should be. */
export function boxOf(size: { readonly width: number; readonly height: number } | undefined): Box {
  if (!size || !(size.width > 0) || !(size.height > 0)) return usual;
  // A line of a hair's width could not be seen, nor pressed.
  const ratio = Math.min(12, Math.max(1 / 4, size.width / size.height));
  const width = Math.min(widest, highest * ratio, Math.max(size.width, 24));
  return { width: Math.round(width), ratio: Number(ratio.toFixed(4)) };
}
