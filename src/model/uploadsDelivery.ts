import { ApiError } from '../api/errors';
import type { Words } from '../api/endpoints/uploads';
import type { UploadOptions } from '../api/upload';
import type { WireMessage } from '../api/wire';
import type { Message } from './message';
import { isDoubtful } from './outbox';
import type { Place } from './place';
import type { Session } from './session';
import type { FileToSend } from './uploads';

export interface Shipment {
  readonly place: Place;
  readonly file: FileToSend;
  readonly words: string;
  /** Of the file itself. */
  readonly description?: string;
  /** The server has the file already. */
  readonly fileId?: string;
  /** A message may show it already. */
  readonly isInDoubt?: boolean;
}

export interface ShipmentOptions {
  readonly signal: AbortSignal;
  /** From 0 up to 1; undefined where the host cannot count. */
  readonly onProgress: (progress: number | undefined) => void;
  /** Awaited before a message can show the file. Without an id of servers that know one step only. */
  readonly onStored?: (fileId: string | undefined) => Promise<void>;
}

export type Fate =
  | { readonly state: 'posted' }
  /** `inDoubt`: nobody could say whether the message is there. */
  | { readonly state: 'failed' | 'inDoubt'; readonly error: ApiError; readonly fileId?: string };

type DeliverySession = Pick<
  Session,
  'account' | 'client' | 'messages' | 'receive' | 'recent' | 'replies' | 'signal'
>;

/** Sends a file and the message that shows it. In doubt a message of mine that holds the file proves it. */
export class UploadsDelivery {
  constructor(private readonly session: DeliverySession) {}

  async send(shipment: Shipment, options: ShipmentOptions): Promise<Fate> {
    const found = await this.found(shipment);
    if (found) return found;
    try {
      const fileId = shipment.fileId ?? (await this.store(shipment, options));
      await options.onStored?.(fileId);
      if (fileId === undefined) return await this.sendInOne(shipment, options);
      return await this.show(fileId, shipment, options);
    } catch (error) {
      if (error instanceof ApiError) return { state: 'failed', error };
      throw error;
    }
  }

  /** Whether a message of mine shows it; undefined where nobody can say. */
  async isThere(fileId: string, { room, thread }: Place): Promise<boolean | undefined> {
    if (this.shows(fileId, room)) return true;
    const list = thread === undefined ? this.session.recent(room) : this.session.replies(thread);
    await list.reload();
    if (this.shows(fileId, room)) return true;
    return list.error || this.session.signal.aborted ? undefined : false;
  }

  /** What came of it when it was tried before; undefined where it has to be sent. */
  private async found({ fileId, isInDoubt, place }: Shipment): Promise<Fate | undefined> {
    if (fileId === undefined || !isInDoubt) return undefined;
    const isThere = await this.isThere(fileId, place);
    if (isThere === undefined) return undecided(fileId);
    return isThere ? { state: 'posted' } : undefined;
  }

  /** Undefined on a server that knows one step only. */
  private async store({ place, file }: Shipment, options: ShipmentOptions): Promise<string | undefined> {
    const { client } = this.session;
    try {
      const reply = await client.media(
        { rid: place.room, file: { name: file.name, type: file.type, body: file.bytes } },
        uploadOptions(options),
      );
      return reply.file._id;
    } catch (error) {
      if (error instanceof ApiError && isTooOld(error)) return undefined;
      throw error;
    }
  }

  private async show(fileId: string, shipment: Shipment, options: ShipmentOptions): Promise<Fate> {
    const { client } = this.session;
    const { place } = shipment;
    try {
      const confirmation = { rid: place.room, fileId, ...wordsOf(shipment) };
      const { message } = await client.mediaConfirm(confirmation, uploadOptions(options));
      return this.posted(message);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // The server forgets after a day what no message shows.
      if (isForgotten(error))
        return shipment.fileId === undefined ? { state: 'failed', error } : this.anew(shipment, options);
      if (!isDoubtful(error)) return { state: 'failed', error, fileId };
      const isThere = await this.isThere(fileId, place);
      if (isThere) return { state: 'posted' };
      return { state: isThere === undefined ? 'inDoubt' : 'failed', error, fileId };
    }
  }

  private anew(shipment: Shipment, options: ShipmentOptions): Promise<Fate> {
    return this.send({ ...shipment, fileId: undefined, isInDoubt: false }, options);
  }

  /** Before 6.10: there is no id to prove anything by. */
  private async sendInOne(shipment: Shipment, options: ShipmentOptions): Promise<Fate> {
    const { client } = this.session;
    const { place, file } = shipment;
    const body = { name: file.name, type: file.type, body: file.bytes };
    try {
      const upload = { rid: place.room, file: body, ...wordsOf(shipment) };
      const { message } = await client.upload(upload, uploadOptions(options));
      return this.posted(message);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return { state: isDoubtful(error) ? 'inDoubt' : 'failed', error };
    }
  }

  private posted(message: WireMessage | null): Fate {
    if (message) this.session.receive([message]);
    return { state: 'posted' };
  }

  private shows(fileId: string, room: Message['room']): boolean {
    const { messages, account } = this.session;
    const isProof = ({ author, files }: Message) =>
      author.id === account.userId && files.some(({ _id }) => _id === fileId);
    return messages.ofRoom(room).some(isProof);
  }
}

function uploadOptions({ signal, onProgress }: ShipmentOptions): UploadOptions {
  return { signal, onProgress: (progress) => onProgress(progress && progress.sent / progress.total) };
}

/** The server takes no empty `tmid`. */
function wordsOf({ place: { thread }, words, description = '' }: Shipment): Words {
  return {
    ...(words !== '' && { msg: words }),
    ...(description.trim() !== '' && { description }),
    ...(thread !== undefined && { tmid: thread }),
  };
}

function isForgotten({ failure }: ApiError): boolean {
  return failure.kind === 'refused' && failure.code === 'invalid-file';
}

function isTooOld({ failure }: ApiError): boolean {
  return failure.kind === 'notFound' || (failure.kind === 'invalid' && failure.code === 'needs-release');
}

/** `fileId`: old servers know no such ids. */
export function undecided(fileId?: string): Exclude<Fate, { state: 'posted' }> {
  const error = new ApiError(
    'Nobody could say whether the file has been posted.',
    { kind: 'offline' },
    { route: 'POST rooms.mediaConfirm' },
  );
  return { state: 'inDoubt', error, ...(fileId !== undefined && { fileId }) };
}
