import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Place } from '../model/place';
import type { Session } from '../model/session';
import { Uploads, type Upload } from '../model/uploads';
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
}

/** Files on their way to one place, one after the other. What failed can be tried again until it is disposed. */
export class DroppedSending implements Disposable {
  private readonly lifetime = new Lifetime();
  private waiting: readonly Parcel[];
  private misses: readonly Missed[] = [];

  constructor(to: Destination, files: readonly Dropped[]) {
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

  /** Answers what arrived. Each file is read when its turn comes. */
  async send(onProgress: OnProgress): Promise<readonly string[]> {
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
}

/** One file. It has uploads of its own: what somebody attached in that place, and has not sent, stays there. */
class Parcel implements Disposable {
  private readonly uploads: Uploads;

  constructor(
    private readonly to: Destination,
    readonly file: Dropped,
  ) {
    this.uploads = new Uploads(to.session);
  }

  /** Why it did not arrive; undefined if it did. */
  async send(onProgress: OnProgress): Promise<string | undefined> {
    const { place, words } = this.to;
    const why = this.upload ? undefined : await this.hold();
    if (why !== undefined) return why;
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

  private async hold(): Promise<string | undefined> {
    const { place, words } = this.to;
    const { name } = this.file;
    const type = words.typeOf(name);
    const bytes = await this.content();
    if (!bytes) return vscode.l10n.t('It could not be read.');
    const obstacle = await this.uploads.obstacle(place, { type, size: bytes.size });
    if (obstacle) return words.refused(obstacle);
    this.uploads.add(place, { name, type, bytes });
    return undefined;
  }

  private async content(): Promise<Blob | undefined> {
    try {
      return new Blob([await this.file.read()]);
    } catch {
      // Whatever the file system behind it throws: there is nothing to send.
      return undefined;
    }
  }
}
