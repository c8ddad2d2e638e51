import type { ComposeForm, ProblemView } from '../../protocol/compose';
import { CardMemory } from './attachmentMemory';
import { wasLeft } from './attachmentProblems';

/** Which problems are to be seen: those of fields that were left, and all once it was tried to send. */
export class Problems {
  /** What was left of the attachments, by keys that last while they are moved. */
  readonly cards = new CardMemory();
  private left = new Set<string>();
  /** It was tried to send what cannot be sent. */
  isTried = false;

  /** What the form comes with was written before. Of what came by itself, as by a paste, all is seen that it lacks. */
  begin(form: ComposeForm, came: 'openedWith' | 'brought'): void {
    this.left = new Set(Object.keys(textsOf(form)).filter((path) => !isEmpty(path, form)));
    this.cards.begin(form.attachments);
    this.isTried = came === 'brought';
  }

  /** The cards know it of theirs. */
  leave(path: string): void {
    if (!isOfCard(path)) this.left.add(path);
  }

  /** One that nobody has come to yet, or that is still being typed the first time, is not. */
  shown(problems: readonly ProblemView[], form: ComposeForm, maxLength: number): readonly ProblemView[] {
    if (this.isTried) return problems;
    return problems.filter(
      ({ path }) => !isEmpty(path, form) && (this.wasLeft(path, form) || isPlain(path, form, maxLength)),
    );
  }

  private wasLeft(path: string, { attachments }: ComposeForm): boolean {
    return isOfCard(path) ? wasLeft(this.cards, attachments, path) : this.left.has(path);
  }
}

function isOfCard(path: string): boolean {
  return path.startsWith('attachments.');
}

/** Nothing stands in it that somebody would miss. */
export function isEmptyForm(form: ComposeForm): boolean {
  return form.attachments.length === 0 && Object.keys(textsOf(form)).every((path) => isEmpty(path, form));
}

/** What an empty field lacks is said when somebody wants to send. */
function isEmpty(path: string, form: ComposeForm): boolean {
  if (path === 'targets') return form.targets.length === 0 && !form.thread;
  return textsOf(form)[path]?.trim() === '';
}

/** What is typed, by its path. */
function textsOf(form: ComposeForm): Readonly<Record<string, string>> {
  const { text, emoji, alias, avatar, customFields } = form;
  return { text, emoji, alias, avatar, customFields };
}

/** What more typing does not mend. */
function isPlain(path: string, { text }: ComposeForm, maxLength: number): boolean {
  return path.startsWith('targets') || (path === 'text' && text.trim().length > maxLength);
}

/** The sentence about that field; of a list, about one of its things. */
export function problemAt(problems: readonly ProblemView[], path: string): string | undefined {
  return problems.find((problem) => problem.path === path || problem.path.startsWith(`${path}.`))?.text;
}
