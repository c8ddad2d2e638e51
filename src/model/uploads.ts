import type { ApiError } from '../api/errors';
import { Emitter, type Disposable, type Event } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { samePlace, type Place } from './place';
import type { Session } from './session';
import { fileSettings, obstacleTo, type UploadObstacle } from './uploadsLimits';
import { UploadsDelivery, type Fate } from './uploadsDelivery';

/** What a person wants to send, held here until it has been. */
export interface FileToSend {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: Blob;
}

/** One that is held under its id. */
export interface HeldFile extends FileToSend {
  readonly id: string;
}

export interface Upload {
  readonly id: string;
  readonly place: Place;
  readonly name: string;
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  /** `ready`: waits to be sent with the text. */
  readonly state: 'ready' | 'sending' | 'failed';
  /** From 0 up to 1; absent where nobody can count. */
  readonly progress?: number;
  /** Of one that failed. */
  readonly error?: ApiError;
  /** It may have been posted although nobody could say so: trying again looks first, where it has a `fileId`. */
  readonly isInDoubt?: boolean;
  /** Once the server has it, while no message shows it. Servers before 6.10 know no such ids. */
  readonly fileId?: string;
}

/** A page is told of each whole percent, not of each piece. */
export function isSamePercent(before: number | undefined, now: number | undefined): boolean {
  if (before === undefined || now === undefined) return before === now;
  return Math.floor(before * 100) === Math.floor(now * 100);
}

interface Item extends Upload {
  readonly file: FileToSend;
  /** Words that may have been posted with it go with it again, and with nothing else. */
  readonly words?: string;
}

type UploadsSession = Pick<
  Session,
  'account' | 'client' | 'messages' | 'receive' | 'recent' | 'replies' | 'rooms' | 'settings' | 'signal'
>;

/** The files that are to be sent from the places of one account, and those on their way. */
export class Uploads implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly changed = this.lifetime.own(new Emitter<Place>());
  private readonly items = new Map<string, Item>();
  private readonly running = new Map<string, Lifetime>();
  private readonly delivery: UploadsDelivery;
  private count = 0;

  readonly onDidChange: Event<Place> = this.changed.event;

  constructor(private readonly session: UploadsSession) {
    this.delivery = new UploadsDelivery(session);
  }

  of(place: Place): readonly Upload[] {
    return [...this.items.values()].filter((item) => samePlace(item.place, place));
  }

  /** Why the server would not take it, or undefined where it will. */
  async obstacle(place: Place, file: Pick<Upload, 'type' | 'size'>): Promise<UploadObstacle | undefined> {
    const settings = await fileSettings(this.session);
    return obstacleTo(file, settings, this.session.rooms.get(place.room));
  }

  /** Holds it until it is sent or taken off. */
  add(place: Place, file: FileToSend): Upload {
    this.count += 1;
    const { name, type, bytes } = file;
    const item: Item = { id: `file${this.count}`, place, file, name, type, size: bytes.size, state: 'ready' };
    this.items.set(item.id, item);
    this.changed.fire(place);
    return item;
  }

  /** What `send` takes along. */
  waiting(place: Place): readonly HeldFile[] {
    const here = [...this.items.values()].filter((item) => samePlace(item.place, place));
    return here.filter(({ state }) => state !== 'sending').map(({ id, file }) => ({ id, ...file }));
  }

  /** As it may leave, in place of the one with its id. */
  exchange({ id, name, bytes }: Pick<HeldFile, 'id' | 'name' | 'bytes'>): void {
    const file = this.items.get(id)?.file;
    if (file && (file.bytes !== bytes || file.name !== name))
      this.change(id, { name, size: bytes.size, file: { ...file, name, bytes } });
  }

  /** Takes a file off, or stops its upload. */
  remove(id: string): void {
    this.running.get(id)?.dispose();
    const item = this.items.get(id);
    if (!this.items.delete(id) || !item) return;
    this.changed.fire(item.place);
  }

  /**
   * Sends files of a place, all that wait unless it is said which, one after the other; the words go with the first that
   * is posted. Answers whether they went, or may have.
   */
  async send(place: Place, words: string, wanted?: ReadonlySet<string>): Promise<boolean> {
    let rest: string | undefined = words;
    const batch = this.waiting(place).filter(({ id }) => wanted?.has(id) !== false);
    for (const { id } of batch) this.change(id, { state: 'sending', progress: 0, error: undefined });
    for (const { id } of batch) {
      const fate = await this.sendOne(id, rest);
      if (fate && fate.state !== 'failed') rest = undefined;
    }
    return rest === undefined || rest === '';
  }

  dispose(): void {
    for (const run of this.running.values()) run.dispose();
    this.lifetime.dispose();
  }

  private async sendOne(id: string, words: string | undefined): Promise<Fate | undefined> {
    const item = this.items.get(id);
    if (!item || this.lifetime.signal.aborted) return undefined;
    const run = new Lifetime();
    this.running.set(id, run);
    const fate = await this.delivery.send(
      { ...item, words: item.words ?? words ?? '' },
      { signal: run.signal, onProgress: (progress) => this.progress(id, progress) },
    );
    this.running.delete(id);
    // Words of its own leave those of the others to the others.
    this.settle(id, fate, item.words ?? words ?? '');
    return item.words === undefined ? fate : undefined;
  }

  private settle(id: string, fate: Fate, words: string): void {
    if (fate.state === 'posted') {
      this.remove(id);
      return;
    }
    const { error, fileId } = fate;
    const isInDoubt = fate.state === 'inDoubt';
    this.change(id, {
      state: 'failed',
      progress: undefined,
      error,
      fileId,
      isInDoubt,
      ...(isInDoubt && { words }),
    });
  }

  private progress(id: string, progress: number | undefined): void {
    const before = this.items.get(id);
    if (before && !isSamePercent(before.progress, progress)) this.change(id, { progress });
  }

  private change(id: string, patch: Partial<Item>): void {
    const before = this.items.get(id);
    if (!before) return;
    this.items.set(id, { ...before, ...patch });
    this.changed.fire(before.place);
  }
}
