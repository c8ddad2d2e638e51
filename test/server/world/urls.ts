import type { Message } from './documents';
import { withoutCode } from './text';

type MessageUrl = NonNullable<Message['urls']>[number];

/**
 * Every link of the text. `meta` stays empty: previews come later and none are fetched here, whether there
 * are more than five links or not. With `previewUrls` the links that are not in it ask for no preview.
 */
export function urlsIn(text: string, previewUrls?: readonly string[]): MessageUrl[] {
  const found = withoutCode(text).match(/\b[a-z]{3,9}:\/\/[^\s<>"'`|\]]+/gi) ?? [];
  const links = new Set(found.map(withoutClosing));
  return [...links].map((url) => ({
    url,
    meta: {},
    ...(previewUrls && !previewUrls.includes(url) && { ignoreParse: true }),
  }));
}

/** The sentence's own marks, and brackets that opened before the link. */
function withoutClosing(link: string): string {
  let url = link.replace(/[.,;:!?*_~]+$/, '');
  while (url.endsWith(')') && url.split('(').length < url.split(')').length) {
    url = url.slice(0, -1).replace(/[.,;:!?*_~]+$/, '');
  }
  return url;
}
