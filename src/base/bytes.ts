/** All that is in a body; undefined where that is more than `limit` bytes, of which no more is read. */
export async function bytesUpTo(
  limit: number,
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>[] | undefined> {
  const reader = body.getReader();
  const read: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      size += piece.value.byteLength;
      if (size > limit) return undefined;
      read.push(piece.value);
    }
    return read;
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}
