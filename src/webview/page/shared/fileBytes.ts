/** A folder looks like a file until it is read: then there is nothing, as of one that is larger than the memory. */
export async function fileBytes(file: File): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException || error instanceof RangeError) return undefined;
    throw error;
  }
}
