import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Place, UploadView } from '../../protocol/conversation';
import type { PageContext } from '../shared/context';
import { readFile } from '../shared/readFile';
import { Hold } from './hold';

export interface Attaching extends ReactiveControllerHost {
  readonly context: PageContext;
  readonly place: Place;
  readonly account: string | undefined;
  readonly isConnected: boolean;
  readonly uploads: readonly UploadView[];
  /** Absent where nothing may be attached. */
  readonly files: { readonly maxSize?: number } | undefined;
  complain(problem: string): void;
}

/** A file that was picked up for a place. */
interface Brought {
  readonly file: File;
  readonly request: number;
  readonly place: Place;
  readonly account: string | undefined;
}

/** Hands files to the host, and keeps what a picture among them looks like. */
export class Attachments implements ReactiveController {
  /** Addresses of pictures by the file's name and size: the host gives uploads their ids. */
  private readonly pictures = new Map<string, string>();
  private seen = new Set<string>();
  private readonly hold = new Hold();

  constructor(private readonly host: Attaching) {
    host.addController(this);
  }

  /** Pictures of files that were taken off or sent are let go. */
  hostUpdated(): void {
    const present = new Set(this.host.uploads.map(keyOf));
    for (const key of this.seen) if (!present.has(key)) this.forget(key);
    this.seen = present;
  }

  hostDisconnected(): void {
    this.leave();
    for (const key of [...this.pictures.keys()]) this.forget(key);
  }

  pictureOf(upload: UploadView): string | undefined {
    return this.pictures.get(keyOf(upload));
  }

  /** The box is another place's from now on: what waits there does not go. */
  leave(): void {
    this.hold.drop();
  }

  /** Whether what was sent waits for them. */
  get areAwaited(): boolean {
    return this.hold.isAwaited;
  }

  /** Whether it has to wait for files that are being handed over: then it is done once the host has all of them. */
  delays(act: () => void): boolean {
    if (!this.hold.isOn) return false;
    this.hold.wait(act);
    this.host.requestUpdate();
    return true;
  }

  /** The host has a file, or has said why not. */
  answered(request: number, isTaken: boolean): void {
    this.hold.end(request, isTaken);
    this.host.requestUpdate();
  }

  async add(files: readonly File[]): Promise<void> {
    const { place, account } = this.host;
    const brought = files.map((file) => ({ file, request: this.hold.begin(), place, account }));
    const left = new Set(brought);
    try {
      for (const one of brought) if (await this.handOver(one)) left.delete(one);
    } finally {
      for (const { request } of left) this.answered(request, false);
    }
  }

  /** Whether it is the host's to say what becomes of it. */
  private async handOver({ file, request, place, account }: Brought): Promise<boolean> {
    const { context, files } = this.host;
    const { words, setup, tell } = context;
    const bytes = await readFile(file, {
      ...{ words: words.answer, locale: setup.locale },
      ...{ mayAttach: files !== undefined, maxSize: files?.maxSize },
    });
    if (!this.host.isConnected || this.host.account !== account) return false;
    if (typeof bytes === 'string') {
      if (this.hold.has(request)) this.host.complain(bytes);
      return false;
    }
    if (file.type.startsWith('image/')) this.pictures.set(keyOf(file), URL.createObjectURL(file));
    tell({ type: 'attach', request, place, name: file.name, mediaType: file.type, bytes });
    return true;
  }

  private forget(key: string): void {
    const address = this.pictures.get(key);
    if (address !== undefined) URL.revokeObjectURL(address);
    this.pictures.delete(key);
  }
}

function keyOf({ name, size }: { readonly name: string; readonly size: number }): string {
  return `${size} ${name}`;
}
