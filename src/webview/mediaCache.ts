import type { MediaView } from './protocol/conversation';

type Ready = Extract<MediaView, { state: 'ready' }>;

/** What was fetched, up to so many bytes; what was not looked at for longest goes first. */
export class MediaCache {
  private readonly kept = new Map<string, Ready>();
  private bytes = 0;

  constructor(private readonly most: number) {}

  get(source: string): Ready | undefined {
    const found = this.kept.get(source);
    if (!found) return undefined;
    this.kept.delete(source);
    this.kept.set(source, found);
    return found;
  }

  /** One that would drive out most of the others stays out. */
  put(source: string, media: Ready): void {
    if (media.bytes.byteLength > this.most / 4) return;
    this.drop(source);
    this.kept.set(source, media);
    this.bytes += media.bytes.byteLength;
    for (const [oldest] of this.kept) {
      if (this.bytes <= this.most) return;
      this.drop(oldest);
    }
  }

  private drop(source: string): void {
    this.bytes -= this.kept.get(source)?.bytes.byteLength ?? 0;
    this.kept.delete(source);
  }
}
