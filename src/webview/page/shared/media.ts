import type { FromPage, MediaView } from '../../protocol/conversation';

type Heed = (media: MediaView) => void;

/** Pictures, sounds and films that the host gets for the page, each asked for once. */
export class MediaShelf {
  private readonly known = new Map<string, MediaView>();
  private readonly waiting = new Map<string, Set<Heed>>();

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
      if (heeding.size === 0) this.waiting.delete(source);
    };
  }

  /** What lies with somebody else, because the person wants it. */
  want(source: string, isWanted: 'once' | 'always'): void {
    this.tell({ type: 'media', source, isWanted });
  }

  take(source: string, media: MediaView): void {
    this.known.set(source, media);
    for (const heed of this.waiting.get(source) ?? []) heed(media);
  }
}
