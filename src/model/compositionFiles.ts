import type { ApiError } from '../api/errors';
import type { FileDoubt } from './compositionDrafts';
import type { Place } from './place';
import type { FileToSend } from './uploads';
import { undecided, UploadsDelivery, type Fate } from './uploadsDelivery';

export interface CargoFile extends FileToSend {
  readonly id: string;
  readonly description: string;
}

/** The files of a composed message, for one of its targets. */
export interface Cargo {
  readonly place: Place;
  readonly files: readonly CargoFile[];
  /** Go with the first file; empty where they are a message of their own. */
  readonly words: string;
}

export interface CargoWatch {
  /** From now on it is never sent there again. */
  readonly onPosted: (file: string) => void;
  /** As it was told the last time, by a window that is gone, too. */
  readonly doubtOf: (file: string) => FileDoubt | undefined;
  /** Told before a message can show the file, and again where none does. Resolves once that is kept. */
  readonly onDoubt: (doubt: FileDoubt) => Promise<void>;
  /** From 0 up to 1; undefined where nobody can count. */
  readonly onProgress: (file: string, progress: number | undefined) => void;
  /** Of whoever takes the file off while it is under way. */
  readonly signalOf: (file: string) => AbortSignal;
}

/** `stopped`: words are left whose file was taken off. */
export type Shipped =
  | { readonly state: 'posted' | 'stopped' }
  | {
      readonly state: 'failed';
      readonly file: string;
      readonly error: ApiError;
      readonly isInDoubt: boolean;
      /** Under which the server has it: without one, nobody can ever look for it. */
      readonly fileId?: string;
    };

type ShippingSession = ConstructorParameters<typeof UploadsDelivery>[0];

/** Sends the files of composed messages, in order; what may have arrived is looked for first: nothing is posted twice. */
export class CompositionFiles {
  private readonly delivery: UploadsDelivery;

  constructor(session: ShippingSession) {
    this.delivery = new UploadsDelivery(session);
  }

  /** Of those that an earlier attempt may have posted, whether they are there; undefined where nobody can say. */
  async findOut(
    { place, files }: Omit<Cargo, 'words'>,
    watch: CargoWatch,
  ): Promise<ReadonlyMap<string, boolean | undefined>> {
    const found = new Map<string, boolean | undefined>();
    for (const { id } of files) {
      const { fileId, words } = watch.doubtOf(id) ?? {};
      if (words === undefined) continue;
      const isThere = fileId === undefined ? undefined : await this.delivery.isThere(fileId, place);
      if (isThere) watch.onPosted(id);
      else if (isThere === false) await watch.onDoubt({ file: id, fileId });
      found.set(id, isThere);
    }
    return found;
  }

  /** Ends at the first that is refused; before any, at what nobody can say of whether it is there. */
  async ship({ place, files, words }: Cargo, watch: CargoWatch): Promise<Shipped> {
    const found = await this.findOut({ place, files }, watch);
    const unclear = files.find(({ id }) => found.has(id) && found.get(id) === undefined);
    if (unclear) return failed(unclear.id, undecided(watch.doubtOf(unclear.id)?.fileId));
    const others = files.filter(({ id }) => !found.get(id));
    return this.shipUnsent({ place, files: others, words: others.length < files.length ? '' : words }, watch);
  }

  private async shipUnsent({ place, files, words }: Cargo, watch: CargoWatch): Promise<Shipped> {
    let rest = words;
    for (const file of files) {
      const signal = watch.signalOf(file.id);
      const fate = signal.aborted ? undefined : await this.send(file, place, { words: rest, signal, watch });
      if (fate?.state === 'posted') {
        rest = '';
        watch.onPosted(file.id);
      } else if (fate && !isTakenOff(signal)) {
        return failed(file.id, fate);
      }
    }
    return { state: rest === '' ? 'posted' : 'stopped' };
  }

  private async send(
    file: CargoFile,
    place: Place,
    { words, signal, watch }: { words: string; signal: AbortSignal; watch: CargoWatch },
  ): Promise<Fate> {
    const { id, description } = file;
    const { fileId } = watch.doubtOf(id) ?? {};
    const fate = await this.delivery.send(
      { place, file, words, description, fileId },
      {
        signal,
        onProgress: (progress) => watch.onProgress(id, progress),
        onStored: (stored) => watch.onDoubt({ file: id, fileId: stored, words }),
      },
    );
    if (fate.state !== 'posted')
      await watch.onDoubt({ file: id, fileId: fate.fileId, ...(fate.state === 'inDoubt' && { words }) });
    return fate;
  }
}

function failed(file: string, { state, error, fileId }: Exclude<Fate, { state: 'posted' }>): Shipped {
  return {
    state: 'failed',
    file,
    error,
    isInDoubt: state === 'inDoubt',
    ...(fileId !== undefined && { fileId }),
  };
}

function isTakenOff({ aborted }: AbortSignal): boolean {
  return aborted;
}
