import * as vscode from 'vscode';
import { Emitter, type Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { MessageId } from '../model/message';
import type { Place } from '../model/place';
import type { Room } from '../model/room';
import type { Extras } from '../model/sendingExtras';
import type { Written } from '../model/sendingFile';
import type { Outgoing } from '../model/sendingItems';
import { whileSending } from '../model/sendingWait';
import type { CurrentSession, Session } from '../model/session';
import type { Parcel } from '../model/unsent';
import { reported } from '../platform/command';
import { plainText } from '../platform/plainText';
import type { Conversations } from './conversations';
import { askToSignIn, placeName, sayThatItWaits, wantsToTryAgain } from './deliveryQuestion';
import { wordsFor } from './deliveryWords';

export interface DeliveryServices {
  readonly sessions: CurrentSession;
  readonly conversations: Pick<Conversations, 'open'>;
}

export interface Reply {
  readonly room: Room;
  readonly thread: MessageId | undefined;
  readonly text: string;
}

/**
 * Sends what comes from outside a conversation, and says how it went, also of what an earlier window has left. All goes
 * the way of the account's other messages: in their order, and kept until it has arrived.
 */
export class Delivery implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly delivered = this.lifetime.own(new Emitter<Parcel>());
  private readonly missed = this.lifetime.own(new Emitter<Parcel>());
  private ofSession = new Lifetime();
  /** Sent again from here, wherever they were written. */
  private readonly asked = new Set<MessageId>();
  /** The person knows that they go by themselves. */
  private readonly told = new Set<MessageId>();

  readonly onDidDeliver = this.delivered.event;
  /** Fires before the person is told; each time that it was tried. */
  readonly onDidMiss = this.missed.event;

  constructor(private readonly services: DeliveryServices) {
    const { sessions } = services;
    this.lifetime.own({ dispose: () => this.ofSession.dispose() });
    this.lifetime.own(sessions.onDidChange((session) => this.watch(session)));
    this.watch(sessions.get());
  }

  /** Code from an editor. Resolves when it has arrived, or waits, or has failed. */
  send(session: Session, room: Room, text: string, extras?: Extras): Promise<void> {
    const written = { text, quotes: [], alsoToRoom: false, ...(extras && { extras }) };
    return this.dispatch(session, { room: room.id }, { ...written, kind: 'share' });
  }

  reply(session: Session, { room, thread, text }: Reply): Promise<void> {
    const place = { room: room.id, ...(thread !== undefined && { thread }) };
    return this.dispatch(session, place, { text, quotes: [], alsoToRoom: false, kind: 'reply' });
  }

  /** Once more, under the same id; not one that was settled meanwhile. */
  async resend({ session: before, entry: { id } }: Parcel): Promise<void> {
    const session = this.inUse(before);
    const entry = session.sending.get(id);
    if (!entry) return;
    this.asked.add(id);
    this.told.delete(id);
    await Promise.all([session.sending.resend(id), this.accompany({ session, entry })]);
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private async dispatch(before: Session, place: Place, written: Written): Promise<void> {
    const session = this.inUse(before);
    const entry = await session.sending.send(place, written);
    await this.accompany({ session, entry });
  }

  /** Of the same account, which may have come back since. */
  private inUse(before: Session): Session {
    const session = this.services.sessions.get();
    return session?.account.id === before.account.id ? session : before;
  }

  private async accompany(parcel: Parcel): Promise<void> {
    const { session, entry } = parcel;
    const title = plainText(wordsFor(entry.kind).sending(placeName(parcel)));
    await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
      whileSending(session, entry.id),
    );
    // With the window everything ends: there is nobody to tell.
    if (session.signal.aborted && session.sending.get(entry.id) && !this.lifetime.signal.aborted)
      await this.tellOnce(parcel, () => askToSignIn(parcel));
  }

  private watch(session: Session | undefined): void {
    this.ofSession.dispose();
    this.ofSession = new Lifetime();
    if (!session) return;
    const { onDidArrive, onDidMiss } = session.sending;
    const heed = (entry: Outgoing, then: (parcel: Parcel) => Promise<void>) => {
      if (entry.kind !== undefined || this.asked.has(entry.id))
        void reported('deliver', () => then({ session, entry }));
    };
    this.ofSession.own(onDidArrive((entry) => heed(entry, (parcel) => this.noteArrival(parcel))));
    this.ofSession.own(onDidMiss((entry) => heed(entry, (parcel) => this.noteMiss(parcel))));
  }

  private async noteArrival(parcel: Parcel): Promise<void> {
    const { id, kind } = parcel.entry;
    this.asked.delete(id);
    this.told.delete(id);
    this.delivered.fire(parcel);
    const words = plainText(wordsFor(kind).delivered(placeName(parcel)));
    if (kind === 'share') await this.offerToOpen(parcel, words);
    // Who writes is in the middle of something else, and has seen the room: no question follows.
    else vscode.window.setStatusBarMessage(words, 5_000);
  }

  private async noteMiss(parcel: Parcel): Promise<void> {
    const { state, error } = parcel.entry;
    this.missed.fire(parcel);
    if (state === 'failed') {
      if (await wantsToTryAgain(parcel)) await this.resend(parcel);
    } else if (error?.failure.kind === 'signedOut') await this.tellOnce(parcel, () => askToSignIn(parcel));
    else await this.tellOnce(parcel, () => sayThatItWaits(parcel));
  }

  private async tellOnce({ entry: { id } }: Parcel, tell: () => Promise<void>): Promise<void> {
    if (this.told.has(id)) return;
    this.told.add(id);
    await tell();
  }

  private async offerToOpen(parcel: Parcel, words: string): Promise<void> {
    const open = vscode.l10n.t('Open');
    if ((await vscode.window.showInformationMessage(words, open)) === open) await this.show(parcel);
  }

  /** In the browser where another account is in use by now. */
  private async show({ session, entry: { id: message, place } }: Parcel): Promise<void> {
    const { sessions, conversations } = this.services;
    const room = session.rooms.get(place.room);
    if (sessions.get()?.account.id === session.account.id)
      await conversations.open(place, { message, focus: 'messages' });
    else if (room) {
      const link = session.linkTo(room, { id: message, thread: place.thread });
      await vscode.env.openExternal(vscode.Uri.parse(link, true));
    }
  }
}
