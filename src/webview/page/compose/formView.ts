import type { ComposeFileView, ComposeForm, ComposeView, ProblemView } from '../../protocol/compose';
import type { CardMemory } from './attachmentMemory';
import type { ComposeContext } from './context';

/** What the form shows, and whom it tells. */
export interface FormView {
  readonly context: ComposeContext;
  readonly view: ComposeView;
  readonly form: ComposeForm;
  readonly files: readonly ComposeFileView[];
  /** Those that are to be seen. */
  readonly problems: readonly ProblemView[];
  /** All there are: the cards know themselves which of theirs are to be seen. */
  readonly allProblems: readonly ProblemView[];
  readonly showsAll: boolean;
  /** What the cards remember. */
  readonly memory: CardMemory;
  /** It is being sent, or nobody may write. */
  readonly isLocked: boolean;
  readonly isMoreOpen: boolean;
  readonly change: (changed: Partial<ComposeForm>) => void;
  /** A name that stood in the field when that was left, or when it was to be sent; empty once it does no more. */
  readonly untaken: (name: string) => void;
  readonly folded: (event: Event) => void;
}

/** Nobody may write in it; what stands there can still be read and copied. */
export function isReadOnly({ view }: Pick<FormView, 'view'>): boolean {
  return view.notice !== undefined;
}
