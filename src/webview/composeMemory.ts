import { ApiError } from '../api/errors';
import type { DeliveryOutcome } from '../model/compositionDelivery';
import type { Composition } from '../model/composition';
import type { SentTo } from '../model/compositionDrafts';
import { isDoubtful } from '../model/outbox';
import { sameValue } from '../model/sameValue';
import { wantsAgain } from './composeAgain';
import type { ComposeDraft } from './composeDraft';
import type { OpenComposer } from './composePart';

/** What the targets of one composer have got, and how it read: kept with its draft. */
export class ComposeMemory {
  constructor(private readonly composer: OpenComposer) {}

  /** What has gone out, or may have. */
  get out(): readonly SentTo[] {
    const { sent, files } = this.composer.draft;
    return sent.filter((one) => isOut(one, files));
  }

  /** The form says something else than it did when it was sent. */
  get isChanged(): boolean {
    const { said, form } = this.composer.draft;
    return said !== undefined && !sameValue(contentOf(said), contentOf(form));
  }

  /** Resolves once it is kept. Throws `ApiError` `cancelled` where another window has it by now: it may go from there. */
  async remember(target: Omit<SentTo, 'files'>): Promise<void> {
    const { draft } = this.composer;
    const { id } = draft;
    const others = draft.sent.filter(({ entry }) => entry !== target.entry);
    await draft.rememberSent([...others, { ...target, files: [] }]);
    if (draft.id === id) return;
    await draft.rememberSent(draft.sent.filter(({ entry }) => entry !== target.entry));
    throw new ApiError('Another window has the draft.', { kind: 'cancelled' }, { route: 'compose' });
  }

  follow(outcomes: readonly DeliveryOutcome[]): void {
    const { draft } = this.composer;
    const sent = sentAfter(draft, outcomes);
    if (!sameValue(sent, draft.sent)) draft.setSent(sent);
  }

  /** What never arrived is said anew as it stands now; what did, where the person wants it. False where they turn away. */
  async takeBack(outcomes: readonly DeliveryOutcome[]): Promise<boolean> {
    const { session, draft, signal } = this.composer;
    const { isChanged } = this;
    const refused = draft.sent.filter(
      (one) => this.isMissing(one, outcomes) || (isChanged && this.isRefused(one)),
    );
    const others = this.out.filter((one) => !refused.includes(one));
    const again =
      isChanged && others.length > 0 ? await wantsAgain(others.map((one) => this.labelOf(one))) : false;
    if (again === undefined || signal.aborted) return false;
    const taken = again ? [...refused, ...others] : refused;
    for (const { message } of taken) if (message !== undefined) await session.sending.discard(message);
    draft.setSent(draft.sent.filter((one) => !taken.includes(one)));
    return true;
  }

  labelOf({ entry }: SentTo): string {
    return this.composer.draft.form.targets.find((one) => one.entry.trim() === entry)?.label ?? entry;
  }

  /** By the server, and for sure. */
  private isRefused({ message }: SentTo): boolean {
    const entry = message && this.composer.session.sending.get(message);
    if (entry?.state !== 'failed') return false;
    return !entry.isInDoubt || (entry.error !== undefined && !isDoubtful(entry.error));
  }

  /** It was discarded, and the server had not taken it. */
  private isMissing({ message }: SentTo, outcomes: readonly DeliveryOutcome[]): boolean {
    if (message === undefined || this.composer.session.sending.get(message)) return false;
    const outcome = outcomes.find(({ id }) => id === message);
    return outcome?.state === 'failed' && outcome.error !== undefined && !isDoubtful(outcome.error);
  }
}

function isOut({ message, files: arrived, doubts = [] }: SentTo, files: ComposeDraft['files']): boolean {
  if (message !== undefined || arrived.length > 0) return true;
  // A message may show it, though nobody could say so.
  return doubts.some(({ file, words }) => words !== undefined && files.some(({ id }) => id === file));
}

/** What each target of the form has by now. */
function sentAfter(
  { form, sent }: Pick<ComposeDraft, 'form' | 'sent'>,
  outcomes: readonly DeliveryOutcome[],
): readonly SentTo[] {
  const others = sent.filter(({ entry }) => !outcomes.some((outcome) => outcome.entry === entry));
  const wanted = outcomes.filter(({ entry }) => form.targets.some((target) => target.entry.trim() === entry));
  const now = wanted.flatMap(({ entry, room, id, state }): readonly SentTo[] => {
    const before = sent.filter((one) => one.entry === entry);
    // What is remembered of it may be about to leave.
    if (room === undefined) return state === 'sending' ? before : [];
    // Of two targets that are one room, the later has what the other has got.
    const { files, doubts } = [...before, ...sent].find((one) => one.room === room) ?? { files: [] };
    return [{ entry, room, ...(id !== undefined && { message: id }), files, ...(doubts && { doubts }) }];
  });
  return [...others, ...now];
}

/** All but where it goes. */
function contentOf(form: Composition): Partial<Composition> {
  return { ...form, targets: [] };
}
