import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Place, UploadView } from '../../protocol/conversation';
import type { PageContext } from '../shared/context';
import { readFile } from '../shared/readFile';

export interface Attaching extends ReactiveControllerHost {
  readonly context: PageContext;
  readonly place: Place;
  readonly uploads: readonly UploadView[];
  /** Absent where nothing may be attached. */
  readonly files: { readonly maxSize?: number } | undefined;
  complain(problem: string): void;
}

/** Hands files to the host, and keeps what a picture among them looks like. */
export class Attachments implements ReactiveController {
  /** Addresses of pictures by the file's name and size: the host gives uploads their ids. */
  private readonly pictures = new Map<string, string>();
  private seen = new Set<string>();

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
    for (const key of [...this.pictures.keys()]) this.forget(key);
  }

  pictureOf(upload: UploadView): string | undefined {
    return this.pictures.get(keyOf(upload));
  }

  async add(files: readonly File[]): Promise<void> {
    const { place } = this.host;
    for (const file of files) await this.addOne(file, place);
  }

  private async addOne(file: File, place: Place): Promise<void> {
    const { context, files } = this.host;
    const { words, setup, tell } = context;
    const bytes = await readFile(file, {
      ...{ words: words.answer, locale: setup.locale },
      ...{ mayAttach: files !== undefined, maxSize: files?.maxSize },
    });
    if (typeof bytes === 'string') {
      this.host.complain(bytes);
      return;
    }
    if (file.type.startsWith('image/')) this.pictures.set(keyOf(file), URL.createObjectURL(file));
    tell({ type: 'attach', place, name: file.name, mediaType: file.type, bytes });
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
