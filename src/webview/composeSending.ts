import * as vscode from 'vscode';
import { Lifetime } from '../base/lifetime';
import type { Composition } from '../model/composition';
import type { Guard } from '../model/guard/guard';
import { sameValue } from '../model/sameValue';
import { fileSettings } from '../model/uploadsLimits';
import { reported } from '../platform/command';
import { checked } from './composeCheck';
import { editSent, sayWhatStays } from './composeEditing';
import { locked } from './composeForm';
import { guarded, type Safe } from './composeGuard';
import type { ComposePart, MakeComposePart, OpenComposer } from './composePart';
import { ComposeRun, type RunOptions } from './composeRun';
import { handle } from './handlers';
import type { FromCompose } from './protocol/compose';

export interface SendingOptions extends RunOptions {
  readonly guard: Guard;
}

/** Sends what stands in the form, to each of its targets. */
export function composeSending(options: SendingOptions): MakeComposePart {
  return (composer) => new SendingPart(composer, options);
}

type Sent = Extract<FromCompose, { type: 'sendForm' }>;

class SendingPart implements ComposePart {
  private readonly lifetime = new Lifetime();
  private readonly run: ComposeRun;
  /** Somebody is being asked, or something is on its way. */
  private isBusy = false;

  constructor(
    private readonly composer: OpenComposer,
    private readonly options: SendingOptions,
  ) {
    this.run = this.lifetime.own(new ComposeRun(composer, options));
  }

  begin(): void {
    this.run.tell();
  }

  heed(message: FromCompose): boolean {
    return handle(message, {
      sendForm: (sent) => void this.once(() => this.send(sent)),
      retryTarget: ({ entry }) => void this.once(() => this.retry(entry)),
      removeFile: ({ file }) => this.run.stop(file),
      correctedCopy: () => this.correct(),
    });
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  /** A second press of the button is none. */
  private async once(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    await reported('send message', work);
    this.isBusy = false;
  }

  private async send({ form }: Sent): Promise<void> {
    const { composer } = this;
    const { draft } = composer;
    if (!(await this.mayLeave(locked(draft, form)))) return;
    if (draft.edits) await editSent(composer, draft.edits);
    else await this.run.begin();
  }

  private async retry(entry: string): Promise<void> {
    const { draft } = this.composer;
    if (await this.mayLeave(draft.form)) await this.run.retry(entry);
  }

  /** While somebody was asked, another window may have sent it. */
  private async mayLeave(form: Composition): Promise<boolean> {
    const { draft } = this.composer;
    const { id } = draft;
    const isOurs = (await this.isOurs(form)) && (await this.isReady()) && (await this.isOurs(draft.form));
    return isOurs && draft.id === id;
  }

  /**
   * What another window has made of it is not sent from here. False where it reads otherwise by now: then it has become
   * a draft of its own, and the person has been told.
   */
  private async isOurs(form: Composition): Promise<boolean> {
    const { draft } = this.composer;
    const { id } = draft;
    draft.setForm(form);
    if (!(await draft.isTaken())) return true;
    if (draft.id === id) throw new Error(takenText());
    return false;
  }

  /** Nothing is wrong with it, and nothing of it is to stay a secret. */
  private async isReady(): Promise<boolean> {
    const { draft } = this.composer;
    if (!(await this.isWhole()) || !this.isRight()) return false;
    const { form, files } = draft;
    const safe = await guarded(this.options.guard, { form, files });
    if (!safe || !(await this.isWhole())) return false;
    // What was written while somebody was asked, nobody has looked through.
    if (draft.files !== files || !sameValue(draft.form, form)) return this.isReady();
    return this.exchange(safe);
  }

  /** As it may leave, in place of what stands there. */
  private exchange({ form, files }: Safe): boolean {
    const { composer } = this;
    const { draft } = composer;
    for (const file of files) draft.exchange(file);
    if (!sameValue(form, draft.form)) {
      draft.setForm(form);
      composer.tell({ type: 'form', form });
    }
    // Masked, an address may be none any more, and a file too large.
    return this.isRight();
  }

  /**
   * All files that were added are there, and what the server takes of them is known. Of one that could not be added, the
   * person has been told.
   */
  private async isWhole(): Promise<boolean> {
    const { draft, session, signal } = this.composer;
    const isWhole = await draft.coming.areThere();
    if (draft.files.length > 0) await fileSettings(session);
    return isWhole && !signal.aborted;
  }

  /** Leads to what is wrong with it. */
  private isRight(): boolean {
    const { composer } = this;
    const [problem] = checked(composer);
    if (problem) composer.tell({ type: 'focus', path: problem.path });
    return !problem;
  }

  /** The same form, of a message of its own. */
  private correct(): void {
    const { session, draft } = this.composer;
    const { edits } = draft;
    if (!edits) return;
    draft.correct();
    this.composer.begin();
    void reported('corrected copy', () => sayWhatStays(session, edits));
  }
}

function takenText(): string {
  return vscode.l10n.t(
    'This draft was changed, sent or discarded in another window. Change it here, and it goes on as a new draft.',
  );
}
