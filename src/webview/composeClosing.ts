import * as vscode from 'vscode';
import { isOnItsWay } from '../model/compositionArrival';
import { isIdleDraft } from '../model/compositionIdle';
import type { Session } from '../model/session';
import { plainText } from '../platform/plainText';
import { beginningOf, type Beginning } from './composeBeginning';
import type { ComposeDraft } from './composeDraft';
import { nameOf } from './composeForm';
import type { ComposePage, DraftOwner } from './composePage';

/** Why a composer is not simply closed: it has not arrived, or what stands in it is nowhere else. */
export type ReasonToReturn = 'notSent' | 'notKept';

/** Whether the person goes back to it; `targets`: where it was to go, by name. */
export type OfferReturn = (targets: string, reason: ReasonToReturn) => Promise<boolean>;

export async function offerReturn(targets: string, reason: ReasonToReturn): Promise<boolean> {
  const open = vscode.l10n.t('Open');
  return (await vscode.window.showWarningMessage(sentences[reason](plainText(targets)), open)) === open;
}

const sentences: Record<ReasonToReturn, (targets: string) => string> = {
  notSent: (targets) => vscode.l10n.t('Not sent to {0} yet.', targets),
  notKept: () =>
    vscode.l10n.t(
      'The draft could not be written to the disk, and ends with this window. Open it again to send or copy it.',
    ),
};

export interface ClosedTabsOptions {
  /** By draft: what is to stand in a tab that opens. */
  readonly beginnings: Map<string, Beginning>;
  readonly offerReturn: OfferReturn;
  /** Absent while its account is not in use. */
  readonly sessionOf: (owner: DraftOwner) => Session | undefined;
  readonly open: (owner: DraftOwner) => void;
  /** Aborts with the window. */
  readonly signal: AbortSignal;
}

/** What becomes of a composer whose tab is closed. */
export class ClosedTabs {
  constructor(private readonly options: ClosedTabsOptions) {}

  /** Nothing is asked: what stands in it is kept, and said so; what stops with the tab is offered again. */
  async take({ draft, owner }: ComposePage): Promise<void> {
    if (!draft || draft.isRemoved) return;
    const session = this.options.sessionOf(owner);
    if (isMissedByNobody(session, draft)) {
      await draft.remove();
      return;
    }
    // As it stands now: with the tab, whatever is under way ends.
    const hasStopped = session !== undefined && isStopped(session, draft);
    if (!(await this.hold(draft))) return;
    const reason = hasStopped ? 'notSent' : notKept(draft);
    if (reason) await this.offer({ ...owner, draft: draft.id }, draft, reason);
    else vscode.window.setStatusBarMessage(vscode.l10n.t('Draft kept'), saidMs);
  }

  /** Until it is opened again, its files are held. False where another window has sent or discarded it. */
  private async hold(draft: ComposeDraft): Promise<boolean> {
    const { beginnings } = this.options;
    const { id } = draft;
    if (draft.files.length > 0) beginnings.set(id, beginningOf(draft));
    await draft.whenKept();
    if (beginnings.has(id) || !draft.isKept) beginnings.set(id, beginningOf(draft));
    const held = beginnings.get(id);
    const isGone = await draft.isGone();
    if (isGone || draft.id !== id) beginnings.delete(id);
    // What was written last has made a draft of its own of it.
    if (held && !isGone) beginnings.set(draft.id, held);
    return !isGone;
  }

  private async offer(owner: DraftOwner, draft: ComposeDraft, reason: ReasonToReturn): Promise<void> {
    const { beginnings, offerReturn, open, signal } = this.options;
    const isWanted = await offerReturn(namesOfTargets(draft), reason);
    if (!isWanted || signal.aborted) return;
    // By now another window may have finished it.
    if (await draft.isGone()) beginnings.delete(owner.draft);
    else open(owner);
  }
}

const saidMs = 5_000;

function notKept({ isKept }: Pick<ComposeDraft, 'isKept'>): ReasonToReturn | undefined {
  return isKept ? undefined : 'notKept';
}

function isMissedByNobody(session: Session | undefined, draft: ComposeDraft): boolean {
  return session ? isIdleDraft(session, draft) : draft.isEmpty;
}

/** Its files are taken to their targets by its tab alone. */
function isStopped(
  { sending }: Pick<Session, 'sending'>,
  draft: Pick<ComposeDraft, 'files' | 'content'>,
): boolean {
  const { files, content } = draft;
  if (files.some(({ status }) => status.state === 'sending')) return true;
  return files.length > 0 && isOnItsWay(sending, content);
}

function namesOfTargets({ form }: Pick<ComposeDraft, 'form'>): string {
  return form.targets.map((target) => nameOf(target) || target.entry).join(', ');
}
