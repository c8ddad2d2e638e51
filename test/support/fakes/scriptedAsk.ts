import * as vscode from 'vscode';
import type { Ask, Choice, ChoiceQuestion, TextQuestion } from '../../../src/accounts/ask';
import { Problem } from '../../../src/accounts/problem';

/**
 * What a person does next: `enter`, `back` and `leave`; any other text is typed and entered.
 * `choose` and `press` name a part of a label.
 */
export type Move = string | { readonly choose: string } | { readonly press: string };

/** A person who follows a script, and a record of what the boxes showed. */
export class ScriptedAsk implements Ask {
  /** `4/4 Password of ann on …`, and what was in the box. */
  readonly shown: { readonly place: string; readonly prompt: string; readonly value: string }[] = [];
  /** What was said in place. */
  readonly said: string[] = [];
  readonly labels: string[][] = [];

  constructor(private readonly moves: Move[]) {}

  get lastPrompt(): string {
    return this.shown.at(-1)?.prompt ?? '';
  }

  async text<Answer extends object>(question: TextQuestion<Answer>): Promise<Answer | 'back'> {
    const { step, totalSteps, prompt, value } = question;
    this.shown.push({ place: `${step}/${totalSteps}`, prompt, value });
    let typed = value;
    for (;;) {
      const move = this.next();
      if (move === 'back') return move;
      const { signal } = new AbortController();
      try {
        if (typeof move === 'object') await this.press(question, move);
        else {
          if (move !== 'enter') question.keep((typed = move));
          return await question.accept(typed, signal);
        }
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        this.said.push(error.message);
      }
    }
  }

  choice<Answer extends object>(question: ChoiceQuestion<Answer>): Promise<Answer | 'back'> {
    const { step, totalSteps, placeholder: prompt, choices } = question;
    this.shown.push({ place: `${step}/${totalSteps}`, prompt, value: '' });
    this.labels.push(choices.map(({ label }) => label));
    const move = this.next();
    return Promise.resolve(move === 'back' ? move : chosen(choices, move).answer);
  }

  private next(): Move {
    const move = this.moves.shift();
    if (move === undefined)
      throw new Error(`The script ended at "${this.lastPrompt}"; said: ${this.said.join(' ')}`);
    if (move === 'leave') throw new vscode.CancellationError();
    return move;
  }

  private async press<Answer>(question: TextQuestion<Answer>, move: Exclude<Move, string>): Promise<void> {
    const wanted = 'press' in move ? move.press : '';
    const button = question.buttons?.find(({ label }) => label.includes(wanted));
    if (!button) throw new Error(`No button "${wanted}"`);
    const message = await button.run(new AbortController().signal);
    if (message !== undefined) this.said.push(message);
  }
}

/** `enter` takes the first. */
function chosen<Answer>(choices: readonly Choice<Answer>[], move: Move): Choice<Answer> {
  const wanted = typeof move === 'object' && 'choose' in move ? move.choose : '';
  const choice = choices.find(({ label }) => label.includes(wanted));
  if (!choice) throw new Error(`There is no choice "${wanted}"`);
  return choice;
}
