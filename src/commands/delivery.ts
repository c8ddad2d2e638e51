import * as vscode from 'vscode';
import { Emitter, type Disposable } from '../base/event';
import { accountLabel } from '../model/account';
import type { MessageId } from '../model/message';
import { Outbox, type Entry, type Outcome } from '../model/outbox';
import type { Room } from '../model/room';
import type { CurrentSession, Session } from '../model/session';
import type { Parcel, Unsent } from '../model/unsent';
import { explain } from '../platform/explain';
import { plainText } from '../platform/plainText';
import type { Conversations } from './conversations';
import { wordsFor } from './deliveryWords';

/** `signedOut`: the account that it was meant for is not in use any more. */
type Attempt = Missed | { readonly state: 'delivered'; readonly link: string };
type Missed = Exclude<Outcome, { state: 'delivered' }> | { readonly state: 'signedOut' };

export interface Reply {
  readonly room: Room;
  readonly thread: MessageId | undefined;
  readonly text: string;
}

/** Sends and says how it went. What did not arrive is kept: to be sent again, copied or discarded. */
export class Delivery implements Disposable {
  private readonly outboxes = new WeakMap<Session, Outbox>();
  private readonly delivered = new Emitter<Parcel>();
  private readonly missed = new Emitter<Parcel>();

  readonly onDidDeliver = this.delivered.event;
  /** Fires before the person is told; each time that it was tried. */
  readonly onDidMiss = this.missed.event;

  constructor(
    private readonly sessions: CurrentSession,
    private readonly unsent: Unsent,
    private readonly conversations: Pick<Conversations, 'open'>,
  ) {}

  /** Code from an editor. */
  send(session: Session, room: Room, text: string): Promise<void> {
    const entry = this.outboxOf(session).accept(room.id, text);
    return this.deliver(addressed(session, room, entry));
  }

  reply(session: Session, { room, thread, text }: Reply): Promise<void> {
    const entry = this.outboxOf(session).accept(room.id, text, thread);
    return this.deliver({ ...addressed(session, room, entry), kind: 'reply' });
  }

  /** Each time under the same id. */
  async deliver(parcel: Parcel): Promise<void> {
    const attempt = await this.unsent.during(parcel, () => this.attempt(parcel));
    if (attempt.state === 'delivered') {
      this.delivered.fire(parcel);
      return this.confirm(parcel, attempt.link);
    }
    this.missed.fire(parcel);
    const wantsMore = await wantsToTryAgain(parcel, attempt);
    // The question may have stood there for long: it may have been sent or discarded from the list.
    if (wantsMore && this.unsent.isWaiting(parcel)) await this.deliver(parcel);
  }

  dispose(): void {
    this.delivered.dispose();
    this.missed.dispose();
  }

  private async attempt(parcel: Parcel): Promise<Attempt> {
    const session = this.sessions.get();
    if (session?.account.id !== parcel.account) return { state: 'signedOut' };
    const { room, entry } = parcel;
    const title = plainText(wordsFor(parcel).sending(room.name));
    const outcome = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title },
      () => this.outboxOf(session).deliver(entry),
    );
    if (outcome.state !== 'delivered')
      return outcome.error.failure.kind === 'signedOut' ? { state: 'signedOut' } : outcome;
    await this.unsent.drop(parcel);
    return { state: 'delivered', link: session.linkTo(room, outcome.message) };
  }

  /** Who answers is in the middle of something else, and has seen the room: no question follows. */
  private async confirm(parcel: Parcel, link: string): Promise<void> {
    const words = plainText(wordsFor(parcel).delivered(parcel.room.name));
    if (parcel.kind === 'reply') {
      vscode.window.setStatusBarMessage(words, 5_000);
      return;
    }
    const open = vscode.l10n.t('Open');
    const answer = await vscode.window.showInformationMessage(words, open);
    if (answer === open) await this.show(parcel, link);
  }

  /** In the browser where another account is in use by now. */
  private async show({ account, entry }: Parcel, link: string): Promise<void> {
    const isInUse = this.sessions.get()?.account.id === account;
    const { id: message, room, thread } = entry;
    if (isInUse) await this.conversations.open({ room, thread }, { message, focus: 'messages' });
    else await vscode.env.openExternal(vscode.Uri.parse(link, true));
  }

  private outboxOf(session: Session): Outbox {
    const outbox = this.outboxes.get(session) ?? new Outbox(session);
    this.outboxes.set(session, outbox);
    return outbox;
  }
}

function addressed({ account }: Session, room: Room, entry: Entry): Parcel {
  return { account: account.id, accountLabel: accountLabel(account), room, entry };
}

/** Copying the text is no answer: the question comes back. */
async function wantsToTryAgain(parcel: Parcel, missed: Missed): Promise<boolean> {
  const isSignedOut = missed.state === 'signedOut';
  const again = isSignedOut ? vscode.l10n.t('Sign In') : vscode.l10n.t('Try Again');
  const copy = vscode.l10n.t('Copy Text');
  const words = plainText(whatHappened(parcel, missed));
  const answer = await vscode.window.showErrorMessage(words, again, copy);
  if (answer === copy) {
    await vscode.env.clipboard.writeText(parcel.entry.text);
    return wantsToTryAgain(parcel, missed);
  }
  if (answer === again && isSignedOut) await vscode.commands.executeCommand('rocketchat.signIn');
  return answer === again;
}

function whatHappened(parcel: Parcel, missed: Missed): string {
  const words = wordsFor(parcel);
  const { name } = parcel.room;
  switch (missed.state) {
    case 'signedOut':
      return words.signedOut(name, parcel.accountLabel);
    case 'failed':
      return words.failed(name, explain(missed.error));
    case 'unknown':
      return missed.error.failure.kind === 'cancelled'
        ? words.cutOff(name)
        : words.unknown(name, explain(missed.error));
  }
}
