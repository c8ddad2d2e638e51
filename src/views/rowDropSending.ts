import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Guard } from '../model/guard/guard';
import { checkFiles } from '../model/guard/leaving';
import type { Place } from '../model/place';
import type { Session } from '../model/session';
import { Uploads, type FileToSend, type Upload } from '../model/uploads';
import type { UploadObstacle } from '../model/uploadsLimits';
import type { Dropped } from './droppedFiles';
import type { Missed } from './rowDropWords';

/** What the rest of the house knows of files. */
export interface FileWords {
  /** Media type by name. */
  typeOf(name: string): string;
  /** Why the server does not take it. */
  refused(obstacle: UploadObstacle): string;
  /** Why it was not sent. */
  failed(upload: Upload): string;
}

/** How far a file is: from 0 up to 1; undefined where nobody can count. */
export type OnProgress = (name: string, progress: number | undefined) => void;

interface Destination {
  readonly session: Session;
  readonly place: Place;
  readonly words: FileWords;
  readonly guard: Guard;
}

/** Files on their way to one place, one after the other. What failed can be tried again until it is disposed. */
export class DroppedSending implements Disposable {
  private readonly lifetime = new Lifetime();
  private waiting: readonly Parcel[];
  private misses: readonly Missed[] = [];

  constructor(
    private readonly to: Destination,
    files: readonly Dropped[],
  ) {
    this.waiting = files.map((file) => this.lifetime.own(new Parcel(to, file)));
    to.session.signal.addEventListener('abort', () => this.dispose(), { signal: this.lifetime.signal });
  }

  /** Of the last try. */
  get missed(): readonly Missed[] {
    return this.misses;
  }

  get isStopped(): boolean {
    return this.lifetime.signal.aborted;
  }

  /** Answers what arrived. */
  async send(onProgress: OnProgress): Promise<readonly string[]> {
    await this.prepare();
    const arrived: string[] = [];
    const left: Parcel[] = [];
    const misses: Missed[] = [];
    for (const parcel of this.waiting) {
      const { name } = parcel.file;
      const why = this.isStopped ? vscode.l10n.t('Cancelled.') : await parcel.send(onProgress);
      if (why === undefined) {
        arrived.push(name);
        continue;
      }
      left.push(parcel);
      misses.push({ name, why });
    }
    this.waiting = left;
    this.misses = misses;
    return arrived;
  }

  /** Stops what is under way. */
  dispose(): void {
    this.lifetime.dispose();
  }

  /** All are read before the first leaves: one question is asked for all of them. Whoever turns away sends none. */
  private async prepare(): Promise<void> {
    for (const parcel of this.waiting) if (!this.isStopped) await parcel.read();
    const ready = this.waiting.flatMap((parcel) => (parcel.content ? [{ parcel, ...parcel.content }] : []));
    const checked = await checkFiles(this.to.guard, ready);
    for (const { parcel, name, type, bytes } of checked ?? []) parcel.hold({ name, type, bytes });
    if (!checked) this.dispose();
  }
}

/** One file. It has uploads of its own: what somebody attached in that place, and has not sent, stays there. */
class Parcel implements Disposable {
  private readonly uploads: Uploads;
  private obstacle: string | undefined;
  /** Read, and not yet held to be sent. */
  content: FileToSend | undefined;

  constructor(
    private readonly to: Destination,
    readonly file: Dropped,
  ) {
    this.uploads = new Uploads(to.session);
  }

  /** Unless it is held already. What keeps it from being sent is told when its turn comes. */
  async read(): Promise<void> {
    if (this.upload) return;
    const { place, words } = this.to;
    const { name } = this.file;
    const type = words.typeOf(name);
    const bytes = await this.bytes();
    const obstacle = bytes && (await this.uploads.obstacle(place, { type, size: bytes.size }));
    this.obstacle = bytes ? obstacle && words.refused(obstacle) : vscode.l10n.t('It could not be read.');
    this.content = bytes && !obstacle ? { name, type, bytes } : undefined;
  }

  /** As it may leave. */
  hold(file: FileToSend): void {
    this.content = undefined;
    this.uploads.add(this.to.place, file);
  }

  /** Why it did not arrive; undefined if it did. */
  async send(onProgress: OnProgress): Promise<string | undefined> {
    const { place, words } = this.to;
    if (this.uploads.of(place).length === 0) return this.obstacle;
    const heard = this.uploads.onDidChange(() => onProgress(this.file.name, this.upload?.progress));
    await this.uploads.send(place, '');
    heard.dispose();
    return this.upload && words.failed(this.upload);
  }

  dispose(): void {
    this.uploads.dispose();
  }

  private get upload(): Upload | undefined {
    return this.uploads.of(this.to.place)[0];
  }

  private async bytes(): Promise<Blob | undefined> {
    try {
      return new Blob([await this.file.read()]);
    } catch {
      // Whatever the file system behind it throws: there is nothing to send.
      return undefined;
    }
  }
}
