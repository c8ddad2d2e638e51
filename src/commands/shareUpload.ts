import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import type { Fate } from '../model/legs';
import type { MessageId } from '../model/message';
import type { Place } from '../model/place';
import type { Session } from '../model/session';
import { Uploads, type FileToSend, type Upload } from '../model/uploads';
import type { UploadObstacle } from '../model/uploadsLimits';
import { plainText } from '../platform/plainText';

/** What the rest of the house says of files. */
export interface UploadWords {
  /** Why the server does not take it. */
  refused(obstacle: UploadObstacle): string;
  /** Why it was not sent. */
  failed(upload: Upload): string;
  size(bytes: number): string;
}

interface Parcel {
  readonly session: Session;
  readonly place: Place;
  /** Name of the room. */
  readonly name: string;
  readonly file: FileToSend;
  /** Goes with it. */
  readonly text: string;
}

/** `message`: that shows it, where the server has told which one. */
export type Arrival = Fate & { readonly message?: MessageId };

/**
 * A file with its message, sent as often as the person wants until it is disposed. It has uploads of its own: what
 * somebody attached in that place, and has not sent, stays there.
 */
export class FileUpload implements Disposable {
  private readonly uploads: Uploads;

  constructor(
    private readonly parcel: Parcel,
    private readonly words: UploadWords,
  ) {
    this.uploads = new Uploads(parcel.session);
  }

  async send(): Promise<Arrival> {
    const obstacle = await this.hold();
    if (obstacle) return { state: 'missed', why: this.words.refused(obstacle) };
    const before = new Set(this.ownFiles());
    const wasCancelled = await this.sendOnce();
    const message = this.ownFiles().find((one) => !before.has(one));
    if (wasCancelled && message === undefined) return { state: 'cancelled' };
    const { upload } = this;
    if (upload) return { state: 'missed', why: this.words.failed(upload), isInDoubt: upload.isInDoubt };
    return { state: 'arrived', ...(message !== undefined && { message }) };
  }

  dispose(): void {
    this.uploads.dispose();
  }

  private get upload(): Upload | undefined {
    return this.uploads.of(this.parcel.place)[0];
  }

  /** Unless it is held already. */
  private async hold(): Promise<UploadObstacle | undefined> {
    if (this.upload) return undefined;
    const { place, file } = this.parcel;
    const obstacle = await this.uploads.obstacle(place, { type: file.type, size: file.bytes.size });
    if (!obstacle) this.uploads.add(place, file);
    return obstacle;
  }

  /** Messages of mine there that hold files. */
  private ownFiles(): MessageId[] {
    const { session, place } = this.parcel;
    return session.messages
      .ofRoom(place.room)
      .filter(({ author, files }) => author.id === session.account.userId && files.length > 0)
      .map(({ id }) => id);
  }

  /** Answers whether the person has stopped it. */
  private async sendOnce(): Promise<boolean> {
    const { place, file, name, text } = this.parcel;
    const title = plainText(vscode.l10n.t('Sharing {0} with {1}…', file.name, name));
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    return vscode.window.withProgress(options, async (progress, token) => {
      let percent = 0;
      const heard = this.uploads.onDidChange(() => {
        const now = (this.upload?.progress ?? 0) * 100;
        progress.report({ increment: Math.max(0, now - percent) });
        percent = Math.max(percent, now);
      });
      const stopped = token.onCancellationRequested(() => this.stop());
      await this.uploads.send(place, text);
      heard.dispose();
      stopped.dispose();
      return token.isCancellationRequested;
    });
  }

  private stop(): void {
    if (this.upload) this.uploads.remove(this.upload.id);
  }
}
