import * as vscode from 'vscode';
import { ApiError } from '../api/errors';
import type { Clock } from '../base/clock';
import { Lifetime } from '../base/lifetime';
import { accountLabel } from '../model/account';
import type { Composition, Target } from '../model/composition';
import { shortened } from '../model/messageText';
import { sameValue } from '../model/sameValue';
import { usualSettings } from '../model/serverSettings';
import { reported } from '../platform/command';
import { systemText } from '../platform/systemText';
import type { ComposeDraft } from './composeDraft';
import { checked } from './composeCheck';
import type { ComposePart, MakeComposePart, OpenComposer } from './composePart';
import { previewOf } from './composePreview';
import { problemViews } from './composeProblems';
import { handle } from './handlers';
import type { ComposeView, FromCompose, ProblemView } from './protocol/compose';

/** What stands in the form: kept, looked through, and shown as it is going to arrive. */
export function formPart(clock: Clock): MakeComposePart {
  return (composer) => new FormPart(composer, clock);
}

class FormPart implements ComposePart {
  private readonly lifetime = new Lifetime();
  private toldView: ComposeView | undefined;
  private toldProblems: readonly ProblemView[] | undefined;
  /** Of the form that the page has said last; absent while it has only what it was told. */
  private edition: number | undefined;

  constructor(
    private readonly composer: OpenComposer,
    private readonly clock: Clock,
  ) {
    const { draft, session } = composer;
    const follow = () => this.show();
    this.lifetime.own(draft.onDidChange((change) => (change === 'kept' ? this.tellKept() : this.show())));
    this.lifetime.own(session.rights.onDidChange(follow));
    this.lifetime.own(session.rooms.onDidChange(follow));
    // How long a text may be, and what else the server takes.
    void reported('learn limits', () => this.learn());
    this.name();
  }

  begin(): void {
    this.edition = undefined;
    this.toldView = undefined;
    this.toldProblems = undefined;
    this.tellView();
    this.composer.tell({ type: 'form', form: this.composer.draft.form });
    this.show();
    this.tellKept();
  }

  heed(message: FromCompose): boolean {
    return handle(message, {
      form: ({ form, edition }) => {
        this.edition = edition;
        this.composer.draft.setForm(locked(this.composer.draft, form));
      },
    });
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private async learn(): Promise<void> {
    try {
      await this.composer.session.settings();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // Without them it is as on a new server; what is too long, the server says itself.
    }
    this.show();
  }

  private show(): void {
    const { composer } = this;
    const { session, draft } = composer;
    this.name();
    this.tellView();
    const problems = problemViews(checked(composer));
    if (!sameValue(problems, this.toldProblems)) composer.tell({ type: 'problems', problems });
    this.toldProblems = problems;
    const { userId, username } = session.account;
    const beholder = { me: { id: userId, username }, you: vscode.l10n.t('You'), systemText };
    const preview = previewOf(session, draft, { beholder, now: this.clock.now() });
    composer.tell({ type: 'preview', ...preview });
  }

  private tellView(): void {
    const view = viewOf(this.composer);
    if (!sameValue(view, this.toldView)) this.composer.tell({ type: 'composer', view });
    this.toldView = view;
  }

  private tellKept(): void {
    const { edition } = this;
    const { isKept } = this.composer.draft;
    this.composer.tell({ type: 'draftState', isKept, ...(edition !== undefined && { edition }) });
  }

  private name(): void {
    this.composer.name(titleOf(this.composer), 'edit');
  }
}

function viewOf({ session, draft }: OpenComposer): ComposeView {
  const { account, rights } = session;
  const { maxMessageLength, files } = session.knownSettings ?? usualSettings;
  return {
    account: account.id,
    draft: draft.id,
    mode: draft.edits ? 'edit' : 'new',
    maxLength: maxMessageLength,
    mayImpersonate: rights.can('message-impersonate'),
    mayAttachFiles: files.isAllowed && !draft.edits,
    ...(files.maxSize !== undefined && { maxFileSize: files.maxSize }),
    accountLabel: accountLabel(account),
  };
}

/** Of a message that was sent, text and previews can be changed, and nothing else. */
export function locked(draft: Pick<ComposeDraft, 'form' | 'edits'>, form: Composition): Composition {
  if (!draft.edits) return form;
  const { text, parseUrls } = form;
  return { ...draft.form, text, parseUrls };
}

/** What a tab has room for: the first target, and how many more there are. */
function titleOf({ draft }: OpenComposer): string {
  const [first, ...others] = draft.form.targets;
  if (!first) return vscode.l10n.t('Compose Message');
  const name = shortened(nameOf(first), 40);
  if (draft.edits) return vscode.l10n.t('Edit: {0}', name);
  if (others.length === 0) return vscode.l10n.t('Compose: {0}', name);
  return vscode.l10n.t('Compose: {0} and {1} more', name, others.length);
}

/** With its sign. */
export function nameOf({ entry, label }: Target): string {
  const [sign = ''] = entry;
  return sign === '@' || sign === '#' ? `${sign}${label.replace(/^[#@]/, '')}` : label;
}
