import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { AccountId } from '../model/account';
import type { CompositionDraft } from '../model/compositionDrafts';
import type { CurrentSession, Session } from '../model/session';
import { reported } from '../platform/command';
import { ComposeDesk } from './composeDesk';
import { ComposeDraft } from './composeDraft';
import type { MakeComposePart } from './composePart';
import { copyAsJson } from './composePayload';
import type { Bytes } from './composeStaged';
import type { FromCompose, ToCompose } from './protocol/compose';
import { parseFromCompose } from './protocol/composeGuards';
import type { Surface } from './surface';

/** Whose draft a composer holds. */
export interface DraftOwner {
  readonly account: AccountId;
  readonly draft: string;
}

export interface ComposePageOptions {
  readonly current: CurrentSession;
  readonly surface: Surface<ToCompose>;
  readonly owner: DraftOwner;
  /** Where nothing of it is kept, or what is kept is older. */
  readonly otherwise: CompositionDraft;
  readonly isAhead: boolean;
  /** As this window has seen it on the disk before. */
  readonly seen?: CompositionDraft | undefined;
  /** Of its files, too large ones too: they live as long as the tab. */
  readonly bytes: Bytes;
  readonly parts: readonly MakeComposePart[];
  /** What it is told while its account is not in use. */
  readonly withoutSession: (owner: DraftOwner, last: CompositionDraft['form']) => readonly ToCompose[];
  readonly close: () => void;
  /** What a page said and nobody could make anything of. */
  readonly drop: (value: unknown) => void;
}

/** One open composer, whoever is signed in: its host side is made anew whenever its account comes into use. */
export class ComposePage implements Disposable {
  private readonly lifetime = new Lifetime();
  private desk: ComposeDesk | undefined;
  private session: Session | undefined;
  private isReady = false;
  private last: CompositionDraft;
  /** Of the draft that was in hand before. */
  private lastKept: Promise<void> = Promise.resolve();
  private lastId: string;
  private lastSeen: CompositionDraft | undefined;
  private isAhead: boolean;

  constructor(private readonly options: ComposePageOptions) {
    const { current, surface, otherwise, owner, isAhead, seen } = options;
    this.last = otherwise;
    this.isAhead = isAhead;
    this.lastSeen = seen;
    this.lastId = owner.draft;
    this.lifetime.own({ dispose: () => this.desk?.dispose() });
    this.lifetime.own(surface.onDidReceive((value) => this.receive(value)));
    this.lifetime.own(surface.onDidChangeVisibility(() => !surface.isVisible && this.pause()));
    this.lifetime.own(current.onDidChange(() => void this.follow()));
    void this.follow();
  }

  /** As it stands by now. */
  get owner(): DraftOwner {
    return { ...this.options.owner, draft: this.desk?.draft.id ?? this.lastId };
  }

  /** Absent while its account is not in use. */
  get draft(): ComposeDraft | undefined {
    return this.desk?.draft;
  }

  /** As soon as the page is there. */
  begin(): void {
    if (!this.isReady) return;
    if (this.desk) {
      this.desk.begin();
      return;
    }
    const { withoutSession, surface } = this.options;
    if (this.session) return;
    for (const message of withoutSession(this.owner, this.last.form)) surface.post(message);
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private async follow(): Promise<void> {
    const session = this.sessionHere();
    if (session && session === this.session) return;
    this.leave();
    this.session = session;
    if (session) await this.enter(session);
    if (this.session === session && !this.lifetime.signal.aborted) this.begin();
  }

  private sessionHere(): Session | undefined {
    const session = this.options.current.get();
    return session?.account.id === this.options.owner.account ? session : undefined;
  }

  private leave(): void {
    if (!this.desk) return;
    const { draft } = this.desk;
    this.last = draft.content;
    this.lastId = draft.id;
    this.lastKept = this.keptAs(draft);
    this.desk.dispose();
    this.desk = undefined;
  }

  /** What was said last may still give it a new id. */
  private async keptAs(draft: ComposeDraft): Promise<void> {
    await draft.whenKept();
    this.last = draft.content;
    this.lastId = draft.id;
    this.lastSeen = draft.seen;
    this.isAhead = !draft.isKept;
  }

  private async enter(session: Session): Promise<void> {
    const { surface, bytes, parts, close } = this.options;
    await this.lastKept;
    const { last: otherwise, lastId: id, lastSeen: seen, isAhead } = this;
    const draft = await ComposeDraft.read(session.compositions, id, { bytes, otherwise, seen, isAhead });
    if (this.session !== session || this.lifetime.signal.aborted) return;
    if (draft.id !== id) sayMoved();
    draft.onDidChange((change) => change === 'moved' && sayMoved());
    this.desk = new ComposeDesk({ session, draft, surface, parts, close });
  }

  private receive(value: unknown): void {
    const message = parseFromCompose(value);
    if (message?.type === 'ready') {
      this.isReady = true;
      this.begin();
    } else if (!message || !this.heed(message)) this.options.drop(value);
  }

  /** What comes late, of an account that is not in use any more, is no news. */
  private heed(message: FromCompose): boolean {
    if (this.desk) return this.desk.heed(message);
    if (message.type === 'copyPayload') void reported('copy payload', () => copyAsJson(this.last.form));
    return true;
  }

  private pause(): void {
    this.isReady = false;
    this.desk?.pause();
  }
}

function sayMoved(): void {
  void vscode.window.showWarningMessage(
    vscode.l10n.t(
      'This draft was changed, sent or discarded in another window. What you write here now is a draft of its own.',
    ),
  );
}
