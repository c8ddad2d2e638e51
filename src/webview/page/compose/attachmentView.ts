import type { AttachmentForm } from '../../protocol/compose';
import type { ComposeAttachmentWords } from '../../protocol/composeAttachmentWords';
import type { FoldName } from './attachmentForm';

/** One card, as its parts draw it. */
export interface CardView {
  readonly attachment: AttachmentForm;
  readonly at: number;
  readonly count: number;
  readonly words: ComposeAttachmentWords;
  /** A key that lasts, of each of its fields. */
  readonly rows: readonly string[];
  readonly isOpen: (fold: FoldName) => boolean;
  /** The problem that is to be seen of a key: `title_link`, `fields.1.value`. */
  readonly problemOf: (key: string) => string | undefined;
  /** Of a problem that is to be seen within. */
  readonly hasProblem: (fold: FoldName) => boolean;
  readonly acts: CardActs;
}

export interface CardActs {
  readonly put: (attachment: AttachmentForm) => void;
  readonly move: (to: number) => void;
  readonly duplicate: () => void;
  readonly remove: () => void;
  readonly fold: (fold: FoldName, isOpen: boolean) => void;
  readonly addRow: () => void;
  readonly moveRow: (from: number, to: number) => void;
  readonly removeRow: (at: number) => void;
}

/** Where problems look for a key. */
export function pathOf({ at }: { readonly at: number }, key: string): string {
  return `attachments.${at}.${key}`;
}
