import { ApiError, type FailureKind } from '../api/errors';
import type { WireMessage } from '../api/wire';
import { Line } from '../base/line';
import type { Message, MessageId } from './message';
import type { RoomId } from './room';
import { bodyWith, type Extras } from './sendingExtras';
import type { Session } from './session';

/** A message that was accepted for sending. Whoever holds it can try again: its id makes sure that it arrives once. */
export interface Entry {
  readonly id: MessageId;
  readonly room: RoomId;
  readonly text: string;
  /** The thread that it is a reply in. */
  readonly thread?: MessageId;
  /** A reply that its room shows too. */
  readonly isShownInRoom?: boolean;
  readonly extras?: Extras;
}

export type Outcome =
  | { readonly state: 'delivered'; readonly message: Message }
  /** `failed`: it did not arrive. `unknown`: nobody could say; sending it again does no harm. */
  | { readonly state: 'failed' | 'unknown'; readonly error: ApiError };

/** Sends the messages of one account, in order per room; one that fails does not hold up the next. */
export class Outbox {
  private readonly lines = new Map<RoomId, Line>();

  constructor(private readonly session: Pick<Session, 'account' | 'client' | 'receive' | 'signal'>) {}

  /** For the first time or once more. In doubt the server is asked whether it has the message. */
  deliver(entry: Entry): Promise<Outcome> {
    return this.inTurn(entry, () => this.send(entry));
  }

  /** For what may have been sent already, by a window that is gone: the server is asked first. */
  resume(entry: Entry): Promise<Outcome> {
    return this.inTurn(entry, async () => {
      const outcome = await this.look(entry);
      return outcome.state === 'failed' ? this.send(entry) : outcome;
    });
  }

  private inTurn({ room }: Entry, work: () => Promise<Outcome>): Promise<Outcome> {
    const line = this.lines.get(room) ?? new Line();
    this.lines.set(room, line);
    return line.take(work);
  }

  private async send(entry: Entry): Promise<Outcome> {
    const { client, signal } = this.session;
    const draft = { _id: entry.id, rid: entry.room, msg: entry.text, ...threadOf(entry) };
    try {
      const reply = await client.chat.sendMessage(bodyWith(draft, entry.extras), { signal });
      return this.arrived(reply.message, entry) ?? (await this.look(entry, notTheMessage()));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return leavesDoubt(error) ? this.look(entry, error) : { state: 'failed', error };
    }
  }

  /** `error`: what brought the doubt. */
  private async look(entry: Entry, error?: ApiError): Promise<Outcome> {
    const { client, signal } = this.session;
    try {
      const reply = await client.chat.getMessage({ msgId: entry.id }, { signal });
      return this.arrived(reply.message, entry) ?? { state: 'failed', error: error ?? notTheMessage() };
    } catch (refusal) {
      if (!(refusal instanceof ApiError)) throw refusal;
      const isMissing = refusal.failure.kind === 'notFound';
      const reason = error ?? refusal;
      return isMissing
        ? { state: 'failed', error: presentable(reason) }
        : { state: 'unknown', error: reason };
    }
  }

  /** Only what I said in that room proves anything. */
  private arrived(wire: WireMessage, { room }: Entry): Outcome | undefined {
    const [message] = this.session.receive([wire]);
    const isProof = message?.room === room && message.author.id === this.session.account.userId;
    return isProof ? { state: 'delivered', message } : undefined;
  }
}

/** The server takes no empty `tmid`, and no `tshow` without one. */
function threadOf({ thread, isShownInRoom }: Entry): { readonly tmid?: MessageId; readonly tshow?: true } {
  if (thread === undefined) return {};
  return { tmid: thread, ...(isShownInRoom && { tshow: true }) };
}

/** As the server's own clients make them: 17 characters, none that looks like another. */
export function newMessageId(
  fill: (bytes: Uint8Array<ArrayBuffer>) => void = (bytes) => crypto.getRandomValues(bytes),
): MessageId {
  const alphabet = '23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz';
  // Bytes beyond the last whole turn of the alphabet would make its beginning more likely.
  const limit = 256 - (256 % alphabet.length);
  const bytes = new Uint8Array(34);
  let id = '';
  while (id.length < 17) {
    fill(bytes);
    for (const byte of bytes) if (byte < limit) id += alphabet.charAt(byte % alphabet.length);
  }
  // The only place that makes one for a message of our own.
  return id.slice(0, 17) as MessageId;
}

/** The message may have arrived although the call failed. */
function leavesDoubt(error: ApiError): boolean {
  return isDoubtful(error) || isAccident(error);
}

/** The call failed, and may have been carried out. */
export function isDoubtful({ failure }: ApiError): boolean {
  return doubtful.has(failure.kind);
}

/** `cancelled` too: the session may have ended after the request had left. */
const doubtful: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'cancelled',
  'offline',
  'timeout',
  'server',
  'protocol',
  'cors',
]);

/** How the server stumbles over an id that it has already, or over an app's veto. */
function isAccident({ call }: ApiError): boolean {
  return call.errorType === undefined && /starred|E11000/.test(call.serverText ?? '');
}

/** The server's stumbling says nothing to people. */
function presentable(error: ApiError): ApiError {
  if (!isAccident(error)) return error;
  const { route, status } = error.call;
  return new ApiError(
    'The server did not take the message.',
    error.failure,
    { route, status },
    { cause: error },
  );
}

function notTheMessage(): ApiError {
  return new ApiError(
    'The answer is not the message that was sent.',
    { kind: 'protocol' },
    { route: 'POST chat.sendMessage' },
  );
}
