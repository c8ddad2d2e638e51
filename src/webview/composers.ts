import type * as vscode from 'vscode';
import { ApiError } from '../api/errors';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { AccountId } from '../model/account';
import { emptyComposition, type Composition } from '../model/composition';
import { isOnItsWay } from '../model/compositionArrival';
import type { CompositionDraft } from '../model/compositionDrafts';
import { isIdleDraft } from '../model/compositionIdle';
import type { Message, MessageId } from '../model/message';
import { payloadFrom } from '../model/payloadFrom';
import { samePlace, type Place } from '../model/place';
import type { CurrentSession, Session } from '../model/session';
import type { Written } from '../model/sendingFile';
import type { FileToSend } from '../model/uploads';
import { reported } from '../platform/command';
import { log } from '../platform/log';
import { followArrivals } from './composeArrivals';
import { keptBeginning, type Beginning } from './composeBeginning';
import { ClosedTabs, type OfferReturn } from './composeClosing';
import { askForRemovalInPassing } from './composeEditing';
import { ComposePage, type DraftOwner } from './composePage';
import { ComposePanels, type ComposeTab } from './composePanels';
import type { MakeComposePart } from './composePart';
import { formOf, sayWhatIsLeft, withOneTarget } from './composePayload';
import { pickDraft } from './composePick';
import { composePlace } from './composePlace';
import { editedForm, formFor, writtenForm } from './composeStart';
import { withoutSession } from './composeWithout';

export interface ComposersOptions {
  readonly extension: vscode.Uri;
  readonly current: CurrentSession;
  /** Their host side, in the order in which a page is told. */
  readonly parts: readonly MakeComposePart[];
  readonly offerReturn: OfferReturn;
}

/** How a message begins. */
export interface Start {
  readonly place?: Place;
  readonly form?: Partial<Composition>;
  readonly files?: readonly FileToSend[];
}

const empty: CompositionDraft = { form: emptyComposition, files: [] };

/** All open composers, and the drafts that wait for theirs. */
export class Composers implements vscode.WebviewPanelSerializer, Disposable {
  private readonly lifetime = new Lifetime();
  private readonly panels: ComposePanels<ComposePage>;
  /** What those that are opening begin with, and those that were closed with files. */
  private readonly beginnings = new Map<string, Beginning>();

  constructor(private readonly options: ComposersOptions) {
    const { extension, current, offerReturn } = options;
    const closed = new ClosedTabs({
      ...{ beginnings: this.beginnings, offerReturn, signal: this.lifetime.signal },
      sessionOf: (owner) => this.sessionOf(owner),
      open: (owner) => void this.panels.open(owner),
    });
    this.panels = this.lifetime.own(
      new ComposePanels({
        extension,
        openOver: (tab) => this.page(tab),
        onDidClose: (page) => void reported('close composer', () => closed.take(page)),
      }),
    );
    this.lifetime.own(
      followArrivals(current, {
        isOpen: (draft) => this.isOpen(draft),
        onDidLetGo: (draft) => void this.beginnings.delete(draft),
        askForRemoval: askForRemovalInPassing,
      }),
    );
  }

  /** With nothing said: an empty form, or a draft that was left. Resolves once it is kept; throws where nobody can. */
  async compose(session: Session, { place, form, files }: Start = {}): Promise<void> {
    this.insist(session);
    if (form || files) {
      const beginning = { form: { ...(await formFor(session, place)), ...form }, files: [] };
      await this.begin(session, beginning, files);
    } else if (place) await this.composeIn(session, place);
    else await this.composeAnything(session);
  }

  /** A message of mine: its text and previews can be changed, its attachments are shown. `text`: as it was changed. */
  async edit(session: Session, message: Message, text?: string): Promise<void> {
    this.insist(session);
    const drafts = await session.compositions.list();
    const left = drafts.find(({ edits }) => edits?.message === message.id);
    if (left && text === undefined) {
      this.open(session, left.id);
      return;
    }
    const edits = { room: message.room, message: message.id };
    const said = await editedForm(session, message);
    const form = text === undefined ? said : { ...said, text };
    await this.begin(session, { form, said, files: [], edits });
  }

  /** Turns to the draft that has sent a message; false where there is none any more. */
  async showSender(message: MessageId): Promise<boolean> {
    const session = this.options.current.get();
    const drafts = (await session?.compositions.list()) ?? [];
    const sender = drafts.find(({ sent = [] }) => sent.some((one) => one.message === message));
    if (!session || !sender || session.signal.aborted) return false;
    this.open(session, sender.id);
    return true;
  }

  /** What was written elsewhere: it is kept before this resolves. */
  async takeOver(session: Session, place: Place, written: Written): Promise<void> {
    this.insist(session);
    await this.begin(session, { form: await writtenForm(session, place, written), files: [] });
  }

  /** VS Code keeps the tabs themselves, and brings them back. */
  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    return this.panels.deserializeWebviewPanel(panel, state);
  }

  /** A message as JSON fills a new form; false where the text is none. */
  async paste(session: Session, text: string): Promise<boolean> {
    this.insist(session);
    const pasted = payloadFrom(text);
    if (!pasted) return false;
    const payload = await withOneTarget(session, pasted);
    if (!payload) return true;
    await this.begin(session, { form: formOf(session, payload, emptyComposition), files: [] });
    sayWhatIsLeft(pasted);
    return true;
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private async composeIn(session: Session, place: Place): Promise<void> {
    const left = await this.leftFor(session, place);
    if (left !== undefined) this.open(session, left);
    else await this.begin(session, { form: await formFor(session, place), files: [] });
  }

  private async composeAnything(session: Session): Promise<void> {
    const drafts = await session.compositions.list();
    const left = drafts.filter(
      (draft) =>
        !this.isOpen(draft.id) && !isIdleDraft(session, draft) && !isOnItsWay(session.sending, draft),
    );
    const picked = left.length > 0 ? await pickDraft(left) : 'new';
    if (picked === undefined || session.signal.aborted) return;
    if (picked === 'new') await this.begin(session, empty);
    else this.open(session, picked);
  }

  private isOpen(draft: string): boolean {
    return this.panels.pages.some(({ owner }) => owner.draft === draft);
  }

  /** The draft that goes there and nowhere else. */
  private async leftFor(session: Session, place: Place): Promise<string | undefined> {
    const drafts = await session.compositions.list();
    const isFor = ({ form, edits, sent = [] }: CompositionDraft) =>
      !edits &&
      form.targets.length === 1 &&
      samePlace(composePlace(session, form), place) &&
      // What is on its way cannot be written on.
      sent.every(({ message }) => message === undefined || session.sending.get(message)?.state === 'failed');
    return drafts.find(isFor)?.id;
  }

  private async begin(
    session: Session,
    draft: CompositionDraft,
    files: readonly FileToSend[] = [],
  ): Promise<void> {
    const { compositions: drafts } = session;
    const id = drafts.newId();
    const beginning = await keptBeginning(drafts, id, { draft, files });
    if (session.signal.aborted) throw notInUse();
    this.beginnings.set(id, beginning);
    this.open(session, id);
  }

  /** Whoever asks for it may have waited: by now another account may be in use. */
  private insist(session: Session): void {
    if (this.options.current.get() !== session) throw notInUse();
  }

  private open(session: Session, draft: string): void {
    this.panels.open({ account: session.account.id, draft });
  }

  private page({ surface, owner, close }: ComposeTab): ComposePage {
    const { current, parts } = this.options;
    const beginning: Beginning = this.beginnings.get(owner.draft) ?? { draft: empty, bytes: new Map() };
    const { draft: otherwise, bytes, isAhead = false, seen } = beginning;
    this.beginnings.delete(owner.draft);
    const drop = (value: unknown) => log.info(`compose: dropped ${described(value)}`);
    const begun = { owner, otherwise, isAhead, seen, bytes };
    return new ComposePage({ current, surface, ...begun, parts, withoutSession, close, drop });
  }

  private sessionOf({ account }: DraftOwner): Session | undefined {
    const session = this.options.current.get();
    return isOf(session, account) ? session : undefined;
  }
}

function isOf(session: Session | undefined, account: AccountId): boolean {
  return session?.account.id === account;
}

/** Silence where nobody waits for it; elsewhere what was written stays where it is. */
function notInUse(): ApiError {
  return new ApiError('The account is not in use any more.', { kind: 'cancelled' }, { route: 'compose' });
}

/** Never what it says: it may be what somebody wrote. */
function described(value: unknown): string {
  const type: unknown =
    typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  return typeof type === 'string' ? type.slice(0, 40) : typeof value;
}
