import * as vscode from 'vscode';
import { accountLabel, type Account } from '../model/account';
import { Outbox, type Entry, type Outcome } from '../model/outbox';
import type { Room } from '../model/room';
import type { CurrentSession, Session } from '../model/session';
import { explain } from '../platform/explain';

/** A text on its way to a room, whoever is signed in meanwhile. */
interface Parcel {
  readonly account: Account;
  readonly room: Room;
  readonly entry: Entry;
}

/** `signedOut`: the account that it was meant for is not in use any more. */
type Attempt =
  | Exclude<Outcome, { state: 'delivered' }>
  | { readonly state: 'delivered'; readonly link: string }
  | { readonly state: 'signedOut' };

/** Sends and says how it went. What did not arrive stays at hand: to be sent again, or copied. */
export class Delivery {
  private readonly outboxes = new WeakMap<Session, Outbox>();

  constructor(private readonly sessions: CurrentSession) {}

  async send(session: Session, room: Room, text: string): Promise<void> {
    const parcel = { account: session.account, room, entry: this.outboxOf(session).accept(room.id, text) };
    let attempt = await this.attempt(parcel);
    while (attempt.state !== 'delivered') {
      if (!(await wantsToTryAgain(parcel, attempt))) return;
      attempt = await this.attempt(parcel);
    }
    await confirm(room, attempt.link);
  }

  /** Each time under the same id. */
  private async attempt({ account, room, entry }: Parcel): Promise<Attempt> {
    const session = this.sessions.get();
    if (session?.account.id !== account.id) return { state: 'signedOut' };
    const progress = {
      location: vscode.ProgressLocation.Window,
      title: vscode.l10n.t('Sharing with {0}…', room.name),
    };
    const outcome = await vscode.window.withProgress(progress, () => this.outboxOf(session).deliver(entry));
    if (outcome.state === 'delivered')
      return { state: 'delivered', link: session.linkTo(room, outcome.message) };
    return outcome.error.failure.kind === 'signedOut' ? { state: 'signedOut' } : outcome;
  }

  private outboxOf(session: Session): Outbox {
    const outbox = this.outboxes.get(session) ?? new Outbox(session);
    this.outboxes.set(session, outbox);
    return outbox;
  }
}

async function confirm(room: Room, link: string): Promise<void> {
  const open = vscode.l10n.t('Open');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Shared with {0}.', room.name),
    open,
  );
  if (answer === open) await vscode.env.openExternal(vscode.Uri.parse(link, true));
}

async function wantsToTryAgain(
  parcel: Parcel,
  attempt: Exclude<Attempt, { state: 'delivered' }>,
): Promise<boolean> {
  const isSignedOut = attempt.state === 'signedOut';
  const again = isSignedOut ? vscode.l10n.t('Sign In') : vscode.l10n.t('Try Again');
  const copy = vscode.l10n.t('Copy Text');
  const answer = await vscode.window.showErrorMessage(whatHappened(parcel, attempt), again, copy);
  if (answer === copy) await vscode.env.clipboard.writeText(parcel.entry.text);
  if (answer === again && isSignedOut) await vscode.commands.executeCommand('rocketchat.signIn');
  return answer === again;
}

function whatHappened({ account, room }: Parcel, attempt: Exclude<Attempt, { state: 'delivered' }>): string {
  switch (attempt.state) {
    case 'signedOut':
      return vscode.l10n.t('Not shared with {0}: sign in as {1} first.', room.name, accountLabel(account));
    case 'failed':
      return vscode.l10n.t('Not shared with {0}. {1}', room.name, explain(attempt.error));
    case 'unknown':
      return vscode.l10n.t(
        'Nobody could say whether the code reached {0}. {1} Trying again does not post it twice.',
        room.name,
        explain(attempt.error),
      );
  }
}
