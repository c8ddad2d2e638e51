import * as vscode from 'vscode';
import { systemClock, type Clock } from '../base/clock';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { secretOf, type Found, type Verdict } from '../model/guard/secretGuard';
import { reported } from '../platform/command';
import { plainText } from '../platform/plainText';
import { foundLabel, foundLine, secretCount } from './secretWords';

export interface SecretQuestionOptions {
  /** Owned from now on. */
  readonly picker: vscode.QuickPick<SecretRow>;
  readonly clock: Clock;
  /** Never asks again about that one. */
  readonly allow: (found: Found) => Promise<void>;
}

/** A row that acts, or one that says what was found. */
export interface SecretRow extends vscode.QuickPickItem {
  readonly verdict?: Verdict['kind'];
  readonly found?: Found;
}

/** Asks what is to become of the secrets that were found. Whoever turns away sends nothing. */
export async function askAboutSecrets(
  found: readonly Found[],
  allow: SecretQuestionOptions['allow'],
): Promise<Verdict> {
  const picker = vscode.window.createQuickPick<SecretRow>();
  const question = new SecretQuestion(found, { picker, clock: systemClock, allow });
  try {
    return await question.answered;
  } finally {
    question.dispose();
  }
}

/**
 * The rows and keys of that question: Enter masks, Escape cancels, and a single letter does what a row says.
 * Whoever picks one that was found leaves it as it is this time, or takes that back.
 */
export class SecretQuestion implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly picker: vscode.QuickPick<SecretRow>;
  private readonly shownAt: number;
  /** Not to be masked. */
  private readonly spared = new Set<string>();
  private secrets: ReadonlyMap<string, OneSecret> = new Map();
  private settle: (verdict: Verdict) => void = () => undefined;

  readonly answered = new Promise<Verdict>((resolve) => (this.settle = resolve));

  constructor(
    private found: readonly Found[],
    private readonly options: SecretQuestionOptions,
  ) {
    this.picker = this.lifetime.own(options.picker);
    this.picker.ignoreFocusOut = true;
    this.picker.placeholder = hint();
    this.picker.prompt = vscode.l10n.t('Pick one of the rows below to leave it as it is this time.');
    this.listen();
    this.list();
    this.shownAt = options.clock.now();
    this.picker.show();
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private listen(): void {
    const { lifetime, picker } = this;
    lifetime.own(picker.onDidHide(() => this.answer('cancel')));
    lifetime.own(picker.onDidAccept(() => this.take(picker.selectedItems[0])));
    lifetime.own(picker.onDidChangeValue((typed) => this.heed(typed)));
    lifetime.own(
      picker.onDidTriggerItemButton(
        ({ item: { found } }) => found && void reported('allow', () => this.allow(found)),
      ),
    );
  }

  private list(): void {
    this.secrets = bySecret(this.found);
    this.picker.title = secretCount(this.secrets.size);
    this.picker.items = [...this.offers(), ...[...this.secrets.values()].map((one) => this.row(one))];
  }

  /** What can be done as things are. */
  private offers(): readonly SecretRow[] {
    const { size } = this.secrets;
    const masked = [...this.secrets.keys()].filter((secret) => !this.spared.has(secret)).length;
    if (masked === 0) return sending();
    return actions(masked < size ? masked : undefined);
  }

  private masked(): readonly Found[] {
    return this.found.filter((one) => !this.spared.has(secretOf(one)));
  }

  private row({ found, at, labels }: OneSecret): SecretRow {
    const isSpared = this.spared.has(secretOf(found));
    return {
      found,
      label: `${isSpared ? '$(circle-slash)' : '$(key)'} ${plainText(foundLabel(found, isSpared))}`,
      description: foundLine(found, { all: this.found, at }),
      alwaysShow: true,
      ...(labels.size > 0 && { detail: plainText([...labels].join(', ')) }),
      buttons: [{ iconPath: new vscode.ThemeIcon('pass'), tooltip: vscode.l10n.t('Always Allow This One') }],
    };
  }

  private take(row: SecretRow | undefined): void {
    if (row?.found) this.turn(row.found);
    else this.answer(row?.verdict);
  }

  /** The row stays in focus: the next Enter takes it back. */
  private turn(found: Found): void {
    const secret = secretOf(found);
    if (!this.spared.delete(secret)) this.spared.add(secret);
    this.list();
    this.picker.activeItems = this.picker.items.filter((item) => item.found === found);
  }

  /** What is typed never filters the rows: it is one letter, or a slip. */
  private heed(typed: string): void {
    const letter = typed.trim().toLowerCase();
    this.picker.value = '';
    const row = letter === '' ? undefined : this.offers().find(({ label }) => letterOf(label) === letter);
    if (row && !this.isTooSoon(row)) this.answer(row.verdict);
  }

  /** Who was still writing has not read the question: the letter was meant for something else. */
  private isTooSoon({ verdict }: SecretRow): boolean {
    return verdict === 'send' && this.options.clock.now() - this.shownAt < readingMs;
  }

  private async allow(found: Found): Promise<void> {
    await this.options.allow(found);
    const secret = secretOf(found);
    this.found = this.found.filter((one) => secretOf(one) !== secret);
    this.list();
  }

  private answer(kind: Verdict['kind'] | undefined): void {
    if (kind === undefined) return;
    this.settle(kind === 'mask' ? { kind, found: this.masked() } : { kind });
  }
}

const readingMs = 500;

/** One row, in how many places it may stand. */
interface OneSecret {
  /** The first of its places, and which of all that one is. */
  readonly found: Found;
  readonly at: number;
  readonly labels: Set<string>;
}

/** A file may hold thousands: each is looked at once. */
function bySecret(all: readonly Found[]): ReadonlyMap<string, OneSecret> {
  const secrets = new Map<string, OneSecret>();
  for (const [at, found] of all.entries()) {
    const secret = secretOf(found);
    const one: OneSecret = secrets.get(secret) ?? { found, at, labels: new Set() };
    if (found.passage.label !== undefined) one.labels.add(found.passage.label);
    secrets.set(secret, one);
  }
  return secrets;
}

/** In the order in which they are offered: Enter means the first. `masked`: how many, where it is not all. */
function actions(masked?: number): readonly SecretRow[] {
  const separator = { label: '', kind: vscode.QuickPickItemKind.Separator };
  const mask =
    masked === undefined
      ? vscode.l10n.t({ message: 'Mask All and Send', comment })
      : vscode.l10n.t({ message: 'Mask {0} and Send', args: [masked], comment });
  return [
    { verdict: 'mask', label: mask, alwaysShow: true },
    { verdict: 'send', label: vscode.l10n.t({ message: 'Send Anyway', comment }), alwaysShow: true },
    { verdict: 'cancel', label: vscode.l10n.t({ message: 'Cancel', comment }), alwaysShow: true },
    separator,
  ];
}

/** Where nothing is left to mask. */
function sending(): readonly SecretRow[] {
  const send = vscode.l10n.t({ message: 'Send', comment });
  return [{ verdict: 'send', label: send, alwaysShow: true }, ...actions().slice(2)];
}

const comment = 'Its first letter is the key that does it: not the same as those of the other two answers.';

function hint(): string {
  const [mask = '', send = '', cancel = ''] = actions().map(({ label }) => letterOf(label).toUpperCase());
  return vscode.l10n.t('Enter or {0} masks, {1} sends as it is, Escape or {2} cancels', mask, send, cancel);
}

function letterOf(label: string): string {
  return label.slice(0, 1).toLowerCase();
}
