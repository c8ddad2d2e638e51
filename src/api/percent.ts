/**
 * A text as a part of an address. Half of a surrogate pair cannot stand there: it becomes the sign for the
 * unknown.
 */
export function percentEncoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return encodeURIComponent(wellFormed(text));
    throw error;
  }
}

export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}
