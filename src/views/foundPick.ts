import * as vscode from 'vscode';
import { ApiError } from '../api/errors';
import { systemClock, type Clock } from '../base/clock';
import { Lifetime } from '../base/lifetime';
import type { FoundPage, Search } from '../model/roomMembers';
import { explain } from '../platform/explain';
import { plainText } from '../platform/plainText';

/** A row that can be picked; the key is unique among them. */
export interface FoundRow extends vscode.QuickPickItem {
  readonly key: string;
}

/** A row that is no answer. */
interface ActRow extends vscode.QuickPickItem {
  readonly act: 'more' | 'retry';
}

export type PickRow<Row extends FoundRow> = Row | ActRow;

export interface FoundQuestion<Row extends FoundRow> {
  readonly title: string;
  readonly placeholder: string;
  /** Said where the server has nothing. */
  readonly nothing: string;
  /** Known without asking: VS Code filters them, so that Enter is right however fast somebody types. */
  readonly own: readonly Row[];
  /** What the server has for what was typed, page by page; rows in `own` are left out. */
  readonly search: (search: Search) => AsyncGenerator<FoundPage<Row>, void, undefined>;
  /** Several may be picked: without a check mark, Enter means the row in focus. */
  readonly isMany: boolean;
  /** Of the session. */
  readonly signal: AbortSignal;
}

export interface FoundPickOptions<Row extends FoundRow> {
  readonly question: FoundQuestion<Row>;
  /** Owned from now on. */
  readonly picker: vscode.QuickPick<PickRow<Row>>;
  readonly clock?: Clock;
}

/** Asks for one of many that only the server knows. Undefined when the person turns away. */
export async function pickFound<Row extends FoundRow>(
  question: FoundQuestion<Row>,
): Promise<readonly Row[] | undefined> {
  return new FoundPick({ question, picker: vscode.window.createQuickPick<PickRow<Row>>() }).picked;
}

/** One list that searches on the server while somebody types: after a pause, and the latest wins. */
export class FoundPick<Row extends FoundRow> {
  private readonly lifetime = new Lifetime();
  private readonly picker: vscode.QuickPick<PickRow<Row>>;
  private readonly clock: Clock;
  private found: readonly Row[] = [];
  private chosen: readonly Row[] = [];
  private run: Run<Row> | undefined;
  private error: ApiError | undefined;
  readonly picked: Promise<readonly Row[] | undefined>;

  constructor(private readonly options: FoundPickOptions<Row>) {
    const { question, picker, clock = systemClock } = options;
    this.clock = clock;
    this.picker = this.lifetime.own(picker);
    this.lifetime.own({ dispose: () => this.run?.lifetime.dispose() });
    picker.title = plainText(question.title);
    picker.placeholder = question.placeholder;
    picker.matchOnDescription = true;
    picker.canSelectMany = question.isMany;
    this.picked = this.ask();
    this.ended(question.signal);
    this.begin(0);
    picker.show();
  }

  private ask(): Promise<readonly Row[] | undefined> {
    const { lifetime, picker } = this;
    return new Promise((resolve) => {
      const end = (rows: readonly Row[] | undefined) => {
        resolve(rows);
        lifetime.dispose();
      };
      lifetime.own(picker.onDidHide(() => end(undefined)));
      lifetime.own(picker.onDidChangeValue(() => this.begin(250)));
      lifetime.own(picker.onDidChangeSelection((rows) => this.choose(rows)));
      lifetime.own(picker.onDidAccept(() => this.accept(end)));
    });
  }

  private ended(signal: AbortSignal): void {
    signal.addEventListener('abort', () => this.picker.hide(), { signal: this.lifetime.signal });
  }

  private choose(rows: readonly PickRow<Row>[]): void {
    if (this.options.question.isMany) this.chosen = rows.filter(isFound);
  }

  private accept(end: (rows: readonly Row[]) => void): void {
    const [active] = this.picker.activeItems;
    if (this.chosen.length > 0) end(this.chosen);
    else if (active && isFound(active)) end([active]);
    else if (active?.act === 'more') void this.load();
    else if (active) this.begin(0);
  }

  /** Forgets what was found before. */
  private begin(wait: number): void {
    this.run?.lifetime.dispose();
    const lifetime = new Lifetime();
    const search = { text: this.picker.value.trim(), signal: lifetime.signal };
    this.run = { lifetime, pages: this.options.question.search(search), isLoading: true, hasMore: true };
    this.found = [];
    this.error = undefined;
    this.show();
    lifetime.own(this.clock.after(wait, () => void this.load()));
  }

  /** Once more, or the next page. */
  private async load(): Promise<void> {
    const { run } = this;
    if (!run) return;
    run.isLoading = true;
    this.show();
    const error = await this.failing(() => this.goOn(run));
    if (this.isOver(run)) return;
    this.error = error;
    run.isLoading = false;
    this.show();
  }

  /** Goes on while pages bring nothing that is not known. */
  private async goOn(run: Run<Row>): Promise<void> {
    const before = this.found.length;
    while (run.hasMore && this.found.length === before) {
      const page = await run.pages.next();
      if (this.isOver(run)) return;
      this.take(run, page.done === true ? undefined : page.value);
    }
  }

  private async failing(work: () => Promise<void>): Promise<ApiError | undefined> {
    try {
      await work();
      return undefined;
    } catch (error) {
      if (error instanceof ApiError) return error;
      throw error;
    }
  }

  private isOver(run: Run<Row>): boolean {
    return this.run !== run || run.lifetime.signal.aborted;
  }

  private take(run: Run<Row>, page: FoundPage<Row> | undefined): void {
    const known = new Set([...this.options.question.own, ...this.found].map(({ key }) => key));
    const fresh = page?.items.filter(({ key }) => !known.has(key)) ?? [];
    // The server matched more than VS Code can see here, and would filter away.
    this.found = [...this.found, ...fresh.map((row) => ({ ...row, alwaysShow: true }))];
    run.hasMore = page?.hasMore === true;
  }

  private show(): void {
    if (this.lifetime.signal.aborted) return;
    const { picker, chosen, found } = this;
    const { own, nothing } = this.options.question;
    const isLoading = this.run?.isLoading === true;
    const kept = chosen.filter((row) => ![...own, ...found].some(({ key }) => key === row.key));
    const rows = [...kept, ...own, ...found];
    picker.busy = isLoading;
    picker.keepScrollPosition = true;
    picker.items = [...rows, ...this.tail(isLoading)];
    const keys = new Set(chosen.map(({ key }) => key));
    if (keys.size > 0) picker.selectedItems = rows.filter(({ key }) => keys.has(key));
    this.say(rows.length === 0 && !isLoading ? nothing : undefined);
  }

  private say(otherwise: string | undefined): void {
    this.picker.prompt = this.error ? explain(this.error) : otherwise;
  }

  private tail(isLoading: boolean): ActRow[] {
    // Each row of a list of several has a box to check.
    if (isLoading || this.options.question.isMany) return [];
    if (this.error) return [actRow('retry', vscode.l10n.t('Try Again'), 'refresh')];
    return this.run?.hasMore ? [actRow('more', vscode.l10n.t('Load more'), 'fold-down')] : [];
  }
}

interface Run<Row> {
  readonly lifetime: Lifetime;
  readonly pages: AsyncGenerator<FoundPage<Row>, void, undefined>;
  isLoading: boolean;
  hasMore: boolean;
}

function actRow(act: ActRow['act'], label: string, icon: string): ActRow {
  return { act, label, iconPath: new vscode.ThemeIcon(icon), alwaysShow: true };
}

function isFound<Row extends FoundRow>(row: PickRow<Row>): row is Row {
  return !('act' in row);
}
