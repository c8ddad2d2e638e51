import type { FromPage, MediaView } from '../../protocol/conversation';

type Heed = (media: MediaView) => void;

/** Larger ones are let go of when nothing shows them: the host has them still. */
const keptBytes = 64 * 1024;

/** Pictures, sounds and films that the host gets for the page, each asked for once. */
export class MediaShelf {
  private readonly known = new Map<string, MediaView>();
  private readonly waiting = new Map<string, Set<Heed>>();
  private readonly addresses = new Map<string, string>();

  constructor(private readonly tell: (message: FromPage) => void) {}

  get(source: string): MediaView | undefined {
    return this.known.get(source);
  }

  /** Calls back at once with what is known, and whenever that changes; ends by the returned function. */
  follow(source: string, heed: Heed): () => void {
    const heeding = this.waiting.get(source) ?? new Set();
    this.waiting.set(source, heeding.add(heed));
    const known = this.known.get(source);
    if (known) heed(known);
    else if (heeding.size === 1) this.tell({ type: 'media', source });
    return () => {
      heeding.delete(heed);
      if (heeding.size > 0 || this.waiting.get(source) !== heeding) return;
      this.waiting.delete(source);
      this.letGo(source);
    };
  }

  /** Of what is ready, for as long as somebody follows it. */
  addressOf(source: string): string | undefined {
    const media = this.known.get(source);
    if (media?.state !== 'ready') return undefined;
    const address = this.addresses.get(source) ?? addressOf(media.bytes, media.type);
    this.addresses.set(source, address);
    return address;
  }

  /** What lies with somebody else, because the person wants it. */
  want(source: string, isWanted: 'once' | 'always'): void {
    this.tell({ type: 'media', source, isWanted });
  }

  take(source: string, media: MediaView): void {
    this.revoke(source);
    this.known.set(source, media);
    const heeding = this.waiting.get(source);
    if (!heeding) this.letGo(source);
    for (const heed of [...(heeding ?? [])]) heed(media);
  }

  /** Another server names other pictures alike: what is still shown once the page is drawn is asked for anew. */
  forget(): void {
    for (const source of [...this.addresses.keys()]) this.revoke(source);
    this.known.clear();
    setTimeout(() => {
      for (const source of this.waiting.keys())
        if (!this.known.has(source)) this.tell({ type: 'media', source });
    });
  }

  /** What could not be had may be there next time. */
  private letGo(source: string): void {
    this.revoke(source);
    const media = this.known.get(source);
    if (media?.state === 'ready' ? media.bytes.byteLength > keptBytes : media?.state === 'failed')
      this.known.delete(source);
  }

  private revoke(source: string): void {
    const address = this.addresses.get(source);
    if (address !== undefined) URL.revokeObjectURL(address);
    this.addresses.delete(source);
  }
}

/** Copied, as the type of what was posted allows for shared memory, of which no blob can be made. */
function addressOf(bytes: Uint8Array, type: string): string {
  return URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
}
