import * as vscode from 'vscode';
import { accountLabel } from '../model/account';
import { Outbox, type Outcome } from '../model/outbox';
import type { Room } from '../model/room';
import type { CurrentSession, Session } from '../model/session';
import type { Parcel, Unsent } from '../model/unsent';
import { explain } from '../platform/explain';
import { plainText } from '../platform/plainText';

/** `signedOut`: the account that it was meant for is not in use any more. */
type Attempt = Missed | { readonly state: 'delivered'; readonly link: string };
type Missed = Exclude<Outcome, { state: 'delivered' }> | { readonly state: 'signedOut' };

/** Sends and says how it went. What did not arrive is kept: to be sent again, copied or discarded. */
export class Delivery {
  private readonly outboxes = new WeakMap<Session, Outbox>();

  constructor(
    private readonly sessions: CurrentSession,
    private readonly unsent: Unsent,
  ) {}

  send(session: Session, room: Room, text: string): Promise<void> {
    const { account } = session;
    const entry = this.outboxOf(session).accept(room.id, text);
    return this.deliver({ account: account.id, accountLabel: accountLabel(account), room, entry });
  }

  /** Each time under the same id. */
  async deliver(parcel: Parcel): Promise<void> {
    const attempt = await this.unsent.during(parcel, () => this.attempt(parcel));
    if (attempt.state === 'delivered') return confirm(parcel.room, attempt.link);
    const wantsMore = await wantsToTryAgain(parcel, attempt);
    // The question may have stood there for long: it may have been sent or discarded from the list.
    if (wantsMore && this.unsent.isWaiting(parcel)) await this.deliver(parcel);
  }

  private async attempt(parcel: Parcel): Promise<Attempt> {
    const session = this.sessions.get();
    if (session?.account.id !== parcel.account) return { state: 'signedOut' };
    const { room, entry } = parcel;
    const title = plainText(vscode.l10n.t('Sharing with {0}…', room.name));
    const outcome = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title },
      () => this.outboxOf(session).deliver(entry),
    );
    if (outcome.state !== 'delivered')
      return outcome.error.failure.kind === 'signedOut' ? { state: 'signedOut' } : outcome;
    await this.unsent.drop(parcel);
    return { state: 'delivered', link: session.linkTo(room, outcome.message) };
  }

  private outboxOf(session: Session): Outbox {
    const outbox = this.outboxes.get(session) ?? new Outbox(session);
    this.outboxes.set(session, outbox);
    return outbox;
  }
}

async function confirm(room: Room, link: string): Promise<void> {
  const open = vscode.l10n.t('Open');
  const words = plainText(vscode.l10n.t('Shared with {0}.', room.name));
  const answer = await vscode.window.showInformationMessage(words, open);
  if (answer === open) await vscode.env.openExternal(vscode.Uri.parse(link, true));
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

function whatHappened({ accountLabel: label, room }: Parcel, missed: Missed): string {
  switch (missed.state) {
    case 'signedOut':
      return vscode.l10n.t('The code for {0} is kept: sign in as {1} to share it.', room.name, label);
    case 'failed':
      return vscode.l10n.t('Not shared with {0}. {1}', room.name, explain(missed.error));
    case 'unknown':
      return missed.error.failure.kind === 'cancelled'
        ? cutOff(room)
        : vscode.l10n.t(
            'Nobody could say whether the code reached {0}. {1} Trying again does not post it twice.',
            room.name,
            explain(missed.error),
          );
  }
}

function cutOff(room: Room): string {
  return vscode.l10n.t(
    'The session ended while the code was on its way to {0}. Trying again does not post it twice.',
    room.name,
  );
}
