import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { plainText } from '../platform/plainText';
import { Problem } from './problem';

/** Where a question stands in its sequence. */
export interface Place {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  /** There is nothing to go back to. */
  readonly isFirst?: boolean;
}

export interface TextQuestion<Answer> extends Place {
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly isSecret?: boolean;
  readonly buttons?: readonly Button[];
  /** Gets whatever is typed while it is typed, so that going back loses nothing. */
  keep(typed: string): void;
  /** Makes the answer of it; a `Problem` is shown in place. The signal fires when nobody waits any more. */
  accept(typed: string, signal: AbortSignal): Promise<Answer>;
}

export interface Button {
  readonly icon: string;
  readonly label: string;
  /** Answers what to say in place, if anything. */
  run(signal: AbortSignal): Promise<string | undefined>;
}

export interface Choice<Answer> {
  readonly label: string;
  readonly detail: string;
  readonly answer: Answer | 'back';
}

export interface ChoiceQuestion<Answer> extends Place {
  readonly placeholder: string;
  readonly choices: readonly Choice<Answer>[];
}

/** How a sequence asks the person. Rejects with a CancellationError when the person leaves it. */
export interface Ask {
  text<Answer extends object>(question: TextQuestion<Answer>): Promise<Answer | 'back'>;
  choice<Answer extends object>(question: ChoiceQuestion<Answer>): Promise<Answer | 'back'>;
}

/** Asks by VS Code's own input boxes and quick picks. */
export const nativeAsk: Ask = {
  text: (question) => answerOf((verdict) => new TextBox(question, verdict)),
  choice: (question) => answerOf((verdict) => choiceBox(question, verdict)),
};

interface Verdict<Answer> {
  resolve(answer: Answer | 'back'): void;
  reject(error: unknown): void;
}

async function answerOf<Answer>(open: (verdict: Verdict<Answer>) => Disposable): Promise<Answer | 'back'> {
  const lifetime = new Lifetime();
  try {
    return await new Promise<Answer | 'back'>((resolve, reject) => {
      lifetime.own(open({ resolve, reject }));
    });
  } finally {
    lifetime.dispose();
  }
}

class TextBox<Answer> implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly box = this.lifetime.own(vscode.window.createInputBox());
  private checking: AbortController | undefined;

  constructor(
    private readonly question: TextQuestion<Answer>,
    private readonly verdict: Verdict<Answer>,
  ) {
    const { box, lifetime } = this;
    put(box, question);
    box.value = question.value;
    box.prompt = plainText(question.prompt);
    box.placeholder = question.placeholder;
    box.password = question.isSecret ?? false;
    box.buttons = [...box.buttons, ...(question.buttons ?? []).map(iconButton)];
    lifetime.own(box.onDidHide(() => verdict.reject(new vscode.CancellationError())));
    lifetime.own(box.onDidChangeValue((typed) => this.edit(typed)));
    lifetime.own(box.onDidAccept(() => void this.check((signal) => this.accept(signal))));
    lifetime.own(box.onDidTriggerButton((button) => this.press(button)));
    box.show();
  }

  dispose(): void {
    this.checking?.abort();
    this.lifetime.dispose();
  }

  /** Whoever corrects the text does not wait for the verdict on the old one. */
  private edit(typed: string): void {
    this.checking?.abort();
    this.box.validationMessage = undefined;
    this.question.keep(typed);
  }

  private press(pressed: vscode.QuickInputButton): void {
    if (pressed === vscode.QuickInputButtons.Back) this.verdict.resolve('back');
    const button = this.question.buttons?.find(({ label }) => label === pressed.tooltip);
    if (button) void this.check((signal) => this.run(button, signal));
  }

  private async accept(signal: AbortSignal): Promise<void> {
    const answer = await this.question.accept(this.box.value, signal);
    if (!signal.aborted) this.verdict.resolve(answer);
  }

  private async run(button: Button, signal: AbortSignal): Promise<void> {
    const message = await button.run(signal);
    if (message === undefined || signal.aborted) return;
    const severity = vscode.InputBoxValidationSeverity.Info;
    this.box.validationMessage = { message: plainText(message), severity };
  }

  /** One check at a time; a `Problem` is said in place, anything else ends the sequence. */
  private async check(run: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if (this.checking && !this.checking.signal.aborted) return;
    const checking = new AbortController();
    this.checking = checking;
    this.box.busy = true;
    try {
      await run(checking.signal);
    } catch (error) {
      if (!checking.signal.aborted) this.fail(error);
    } finally {
      if (this.checking === checking) this.rest();
    }
  }

  private fail(error: unknown): void {
    if (error instanceof Problem) this.box.validationMessage = plainText(error.message);
    else this.verdict.reject(error);
  }

  private rest(): void {
    this.checking = undefined;
    this.box.busy = false;
  }
}

function choiceBox<Answer>(question: ChoiceQuestion<Answer>, verdict: Verdict<Answer>): Disposable {
  const lifetime = new Lifetime();
  const box = lifetime.own(vscode.window.createQuickPick<vscode.QuickPickItem & Choice<Answer>>());
  put(box, question);
  box.placeholder = question.placeholder;
  box.items = question.choices.map(choiceItem);
  lifetime.own(box.onDidHide(() => verdict.reject(new vscode.CancellationError())));
  lifetime.own(box.onDidTriggerButton(() => verdict.resolve('back')));
  lifetime.own(
    box.onDidAccept(() => {
      const [picked] = box.selectedItems;
      if (picked) verdict.resolve(picked.answer);
    }),
  );
  box.show();
  return lifetime;
}

/** Names of servers and services stand in rows too. */
function choiceItem<Answer>(choice: Choice<Answer>): vscode.QuickPickItem & Choice<Answer> {
  return { ...choice, label: plainText(choice.label), detail: plainText(choice.detail) };
}

function put(box: vscode.QuickInput & { buttons: readonly vscode.QuickInputButton[] }, place: Place): void {
  box.title = place.title;
  box.step = place.step;
  box.totalSteps = place.totalSteps;
  // Looking up a password or a token elsewhere must not close the box.
  box.ignoreFocusOut = true;
  if (!place.isFirst) box.buttons = [vscode.QuickInputButtons.Back];
}

function iconButton({ icon, label }: Button): vscode.QuickInputButton {
  return { iconPath: new vscode.ThemeIcon(icon), tooltip: label };
}
