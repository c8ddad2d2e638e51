import { ApiError } from '../api/errors';
import { Emitter, type Disposable, type Event } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { Line } from '../base/line';
import type { Composition } from './composition';
import { targetRoom, type Addressing, type Joining } from './compositionDeliveryTarget';
import { extrasOf } from './compositionExtras';
import { toPayload } from './compositionPayload';
import { messageId, type MessageId } from './message';
import { newMessageId } from './outbox';
import type { RoomId } from './room';
import { sameValue } from './sameValue';
import type { Written } from './sendingFile';
import type { Session } from './session';

/** How it stands with one target. */
export interface DeliveryOutcome {
  readonly entry: string;
  readonly label: string;
  /** Once it is known. */
  readonly room?: RoomId;
  /** Of the message there; two targets that are one room have one. None where there was nothing to say. */
  readonly id?: MessageId;
  /** `waiting`: goes by itself as soon as the server can be reached. */
  readonly state: 'sending' | 'waiting' | 'delivered' | 'failed';
  /** Of one that waits or failed. */
  readonly error?: ApiError;
}

export interface DeliveryOptions extends Joining {
  /** What has gone out before a restart: it is followed, and not said again. */
  readonly sent?: readonly Addressed[];
  /** Told before anything leaves, so that no restart sends it twice. Resolves once that is kept. */
  readonly remember?: (addressed: Required<Addressed>) => Promise<void>;
}

/** What a target has been sent, or is about to be. */
interface Addressed {
  readonly entry: string;
  readonly room: RoomId;
  readonly message?: MessageId;
}

export type DeliverySession = Addressing & Pick<Session, 'sending' | 'messages' | 'receive'>;

/**
 * One composed message on its way to all its targets, each for itself: what one refuses does not keep it from the others.
 * From the moment that it is accepted for sending it goes on without this.
 */
export class CompositionDelivery implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly changed = this.lifetime.own(new Emitter<void>());
  private readonly written: Written;
  private readonly thread: MessageId | undefined;
  private readonly asked = new Set<MessageId>();
  private items: readonly DeliveryOutcome[];
  /** Two that are one room must not both be said there. */
  private readonly line = new Line();

  readonly onDidChange: Event<void> = this.changed.event;

  constructor(
    private readonly session: DeliverySession,
    composition: Composition,
    private readonly options: DeliveryOptions,
  ) {
    this.written = writtenOf(composition);
    this.thread = composition.thread && messageId(composition.thread.id);
    this.items = outcomesOf(composition, options);
    this.lifetime.own(session.sending.onDidChange((room) => this.heed(room)));
  }

  /** In the order of the targets. */
  get outcomes(): readonly DeliveryOutcome[] {
    return this.items;
  }

  /** Resolves once each is accepted for sending, or is not. One after the other: each may ask. */
  begin(): Promise<void> {
    return this.inTurn(async () => {
      for (const { entry, id, state } of this.items)
        if (id !== undefined) this.follow(id);
        else if (state === 'sending') await this.deliver(entry);
    });
  }

  /** For one that failed; where it may have arrived, the server is asked first. */
  async retry(entry: string): Promise<void> {
    const item = this.items.find((one) => one.entry === entry);
    if (item?.state !== 'failed') return;
    const { id } = item;
    if (id !== undefined && this.session.sending.get(id)) return this.session.sending.resend(id);
    this.change(id ?? entry, { state: 'sending', error: undefined });
    await this.inTurn(() => (id === undefined ? this.deliver(entry) : this.deliverMissing(entry, id)));
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    return this.line.take(() => (this.lifetime.signal.aborted ? undefined : work()));
  }

  private async deliver(entry: string): Promise<void> {
    try {
      const room = await targetRoom(this.session, entry, this.options);
      if (!this.lifetime.signal.aborted) await this.say(entry, room.id);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.change(entry, { state: 'failed', error });
    }
  }

  private async deliverMissing(entry: string, id: MessageId): Promise<void> {
    if ((await this.ask(id)) !== 'missing') return;
    this.change(id, { id: undefined, room: undefined });
    this.change(entry, { state: 'sending', error: undefined });
    await this.deliver(entry);
  }

  private async say(entry: string, room: RoomId): Promise<void> {
    const twin = this.items.find((item) => item.entry !== entry && item.room === room);
    if (twin) {
      const { id, state, error } = twin;
      this.change(entry, { room, id, state, error });
    } else if (this.written.text === '' && !this.written.extras?.attachments) {
      this.change(entry, { room, id: undefined, state: 'delivered' });
    } else {
      const place = { room, ...(this.thread !== undefined && { thread: this.thread }) };
      const id = newMessageId();
      await this.options.remember?.({ entry, room, message: id });
      await this.session.sending.send(place, this.written, id);
      this.change(entry, { room, id });
      this.follow(id);
    }
  }

  private heed(room: RoomId): void {
    const ids = this.items.flatMap((item) => (item.room === room && item.id !== undefined ? [item.id] : []));
    for (const id of new Set(ids)) this.follow(id);
  }

  private follow(id: MessageId): void {
    const { sending, messages } = this.session;
    const outgoing = sending.get(id);
    if (outgoing) this.change(id, { state: outgoing.state, error: outgoing.error });
    else if (messages.get(id)) this.change(id, { state: 'delivered', error: undefined });
    else if (this.items.some((item) => item.id === id && isUnderWay(item))) void this.ask(id);
  }

  /** It is not on its way any more, and nobody here has seen it: it arrived earlier, or was discarded. */
  private async ask(id: MessageId): Promise<'missing' | undefined> {
    if (this.asked.has(id)) return undefined;
    this.asked.add(id);
    const { client, signal } = this.session;
    try {
      const { message } = await client.chat.getMessage({ msgId: id }, { signal });
      this.session.receive([message]);
      this.change(id, { state: 'delivered', error: undefined });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const isMissing = error.failure.kind === 'notFound';
      if (this.session.sending.get(id)) this.follow(id);
      else this.change(id, { state: 'failed', error: isMissing ? discarded(error) : error });
      if (isMissing) return 'missing';
    } finally {
      this.asked.delete(id);
    }
    return undefined;
  }

  /** Of a target by its entry, or of all that are one message. */
  private change(of: string, patch: Partial<DeliveryOutcome>): void {
    if (this.lifetime.signal.aborted) return;
    const before = this.items;
    this.items = before.map((item) => (item.entry === of || item.id === of ? { ...item, ...patch } : item));
    if (!sameValue(before, this.items)) this.changed.fire();
  }
}

function isUnderWay({ state }: DeliveryOutcome): boolean {
  return state === 'sending' || state === 'waiting';
}

function writtenOf(composition: Composition): Written {
  const payload = toPayload(composition);
  const extras = extrasOf(payload);
  return {
    text: payload.text ?? '',
    quotes: [],
    alsoToRoom: composition.thread?.alsoToRoom ?? false,
    ...(Object.keys(extras).length > 0 && { extras }),
  };
}

/** A thread lies in one room. */
function outcomesOf(composition: Composition, { sent = [] }: DeliveryOptions): readonly DeliveryOutcome[] {
  const { targets, thread } = composition;
  const named = targets
    .map(({ entry, label }) => [entry.trim(), label] as const)
    .filter(([entry]) => entry !== '');
  const labels = new Map(thread ? named.slice(0, 1) : named);
  return [...labels].map(([entry, label]) => {
    const before = sent.find((one) => one.entry === entry);
    if (!before) return { entry, label, state: 'sending' };
    const { room, message: id } = before;
    return id === undefined
      ? { entry, label, room, state: 'delivered' }
      : { entry, label, room, id, state: 'sending' };
  });
}

function discarded(cause: ApiError): ApiError {
  return new ApiError('The message was discarded before it arrived.', cause.failure, cause.call, { cause });
}
