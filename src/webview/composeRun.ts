import { Lifetime } from '../base/lifetime';
import { CompositionDelivery, type DeliveryOutcome } from '../model/compositionDelivery';
import type { Composition } from '../model/composition';
import type { Place } from '../model/place';
import { reported } from '../platform/command';
import { askForJoinCode } from '../platform/joinCode';
import { finish } from './composeFinish';
import { confirmJoin } from './composeJoin';
import { ComposeMemory } from './composeMemory';
import { outcomeView } from './composeOutcomes';
import type { OpenComposer } from './composePart';
import { goesWithText } from './composePreview';
import { ComposeShipping, type Run } from './composeShipping';

export interface RunOptions {
  /** Shows where it has gone. */
  readonly open: (place: Place) => Promise<void>;
}

/** A message on its way: the text to all targets first, then the files to each that has it. */
export class ComposeRun {
  private readonly lifetime = new Lifetime();
  private readonly memory: ComposeMemory;
  private readonly shipping: ComposeShipping;
  private running = new Lifetime();
  private delivery: CompositionDelivery | undefined;
  private isOver = false;
  /** Whether the person has asked for anything since this is open. */
  private isAsked = false;

  constructor(
    private readonly composer: OpenComposer,
    private readonly options: RunOptions,
  ) {
    this.memory = new ComposeMemory(composer);
    this.shipping = new ComposeShipping(composer, () => this.tell());
    this.lifetime.own({ dispose: () => this.running.dispose() });
    const { draft } = composer;
    this.lifetime.own(draft.onDidChange((change) => change === 'moved' && this.partWithOther()));
    void reported('follow what was sent', () => this.resume());
  }

  /** Resolves once each target is asked for and has accepted it, or not; the files follow. */
  async begin(): Promise<void> {
    const { draft } = this.composer;
    if (!(await this.shipping.findOut(draft.sent, this.memory))) return;
    if (!(await this.memory.takeBack(this.outcomes))) return;
    const before = draft.sent;
    this.isAsked = true;
    draft.setSaid(draft.form);
    // What goes with the first file is not said before it.
    const run = await this.deliver(goesWithText(draft) ? { ...draft.form, text: '' } : draft.form);
    for (const { entry } of before) await run.delivery.retry(entry);
    this.ship(
      run,
      run.delivery.outcomes.map((one) => one.entry),
    );
  }

  async retry(entry: string): Promise<void> {
    const { delivery } = this;
    const outcome = this.outcomes.find((one) => one.entry === entry);
    if (!delivery || !outcome) return;
    // What was changed since is said anew, and a text without the file that it was to go with.
    if (this.memory.isChanged || this.shipping.obstacle(entry)?.kind === 'stopped') return this.begin();
    const sent = this.composer.draft.sent.filter((one) => one.entry === entry);
    if (!(await this.shipping.findOut(sent, this.memory))) return;
    this.isAsked = true;
    this.shipping.forget(entry);
    if (outcome.state === 'failed') await delivery.retry(entry);
    this.tell();
    this.ship({ delivery, signal: this.running.signal }, [entry]);
  }

  /** The file was taken off. */
  stop(file: string): void {
    this.shipping.stop(file);
  }

  tell(): void {
    const { shipping } = this;
    const outcomes = this.outcomes.filter(
      (one) => !shipping.isEmptyHanded(one) || shipping.obstacle(one.entry),
    );
    this.composer.tell({
      type: 'outcomes',
      outcomes: outcomes.map((one) => outcomeView(one, shipping.obstacle(one.entry), shipping.isLeft(one))),
    });
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private get outcomes(): readonly DeliveryOutcome[] {
    return this.delivery?.outcomes ?? [];
  }

  /** What went out before a reload is followed, and nothing else is sent. */
  private async resume(): Promise<void> {
    const { draft } = this.composer;
    const { out } = this.memory;
    const targets = draft.form.targets.filter(({ entry }) => out.some((one) => one.entry === entry.trim()));
    if (draft.edits || targets.length === 0) return;
    // Drafts of earlier versions do not know how it read.
    if (!draft.said) draft.setSaid(draft.form);
    await this.deliver({ ...draft.form, targets });
    for (const { entry } of targets) this.shipping.leave(entry.trim());
    this.follow();
  }

  private async deliver(form: Composition): Promise<Run> {
    const { session } = this.composer;
    this.running.dispose();
    this.running = new Lifetime();
    this.shipping.forget();
    const { signal } = this.running;
    const delivery = new CompositionDelivery(session, form, {
      ...{ confirmJoin, sent: this.memory.out },
      askForCode: askForJoinCode,
      remember: (target) => this.memory.remember(target),
    });
    this.delivery = this.running.own(delivery);
    this.running.own(delivery.onDidChange(() => this.follow()));
    this.tell();
    await delivery.begin();
    // It may have had nothing to change.
    this.follow();
    return { delivery, signal };
  }

  private follow(): void {
    const { outcomes } = this;
    if (outcomes.some(isAboutCustomFields)) this.composer.draft.learnCustomFieldsRefused();
    this.memory.follow(outcomes);
    this.tell();
    void reported('finish', () => this.settle());
  }

  /** What the other window has sent is none of the draft that goes on here. */
  private partWithOther(): void {
    if (this.composer.draft.sent.length > 0) return;
    this.running.dispose();
    this.delivery = undefined;
    this.shipping.forget();
    this.tell();
  }

  private ship(run: Run, entries: readonly string[]): void {
    void this.shipping.ship(run, entries).then(() => reported('finish', () => this.settle()));
  }

  /** Where everything has arrived, the draft lets go of the target; of all, it ends. */
  private async settle(): Promise<void> {
    const { draft } = this.composer;
    const { outcomes, shipping } = this;
    if (this.isOver || outcomes.some(({ state }) => state === 'sending')) return;
    const done = outcomes.filter(
      (one) => one.state === 'delivered' && !shipping.isLeft(one) && !shipping.isEmptyHanded(one),
    );
    if (done.length === 0) return;
    const targets = draft.form.targets.filter(({ entry }) => !done.some((one) => one.entry === entry.trim()));
    if (targets.length > 0) {
      this.letGo(targets);
      return;
    }
    this.isOver = true;
    await finish(this.composer, { outcomes, open: this.isAsked ? this.options.open : undefined });
  }

  /** Of all targets but these. */
  private letGo(targets: Composition['targets']): void {
    const { draft } = this.composer;
    if (targets.length === draft.form.targets.length) return;
    draft.setSent(draft.sent.filter((one) => targets.some(({ entry }) => entry.trim() === one.entry)));
    draft.setForm({ ...draft.form, targets });
    this.composer.tell({ type: 'form', form: draft.form });
  }
}

function isAboutCustomFields({ error }: DeliveryOutcome): boolean {
  return error?.call.serverText?.startsWith('Custom fields not enabled') === true;
}
