import type { AttachmentForm, ProblemView } from '../../protocol/compose';
import { type FoldName, foldOf } from './attachmentForm';
import type { CardMemory } from './attachmentMemory';
import { pathOf } from './attachmentView';

interface Seeing {
  readonly problems: readonly ProblemView[];
  readonly showsAll: boolean;
  readonly memory: CardMemory;
}

interface Card {
  readonly attachment: AttachmentForm;
  readonly at: number;
}

/** What a card says of a key: nothing before its field was left, unless all is to be seen. */
export function problemOf(
  { problems, showsAll, memory }: Seeing,
  card: Card,
  key: string,
): string | undefined {
  const path = pathOf(card, key);
  const problem = problems.find((one) => one.path === path);
  return showsAll || wasLeftIn(memory, card.attachment, key) ? problem?.text : undefined;
}

export function hasProblem(seeing: Seeing, card: Card, fold: FoldName): boolean {
  return keysOf(seeing.problems, card.at).some(
    (key) => foldOf(key) === fold && problemOf(seeing, card, key) !== undefined,
  );
}

/** Unfolds whatever hides a problem. */
export function unfoldProblems({ problems, memory }: Seeing, { attachment, at }: Card): void {
  for (const key of keysOf(problems, at)) {
    const fold = foldOf(key);
    if (fold) memory.fold(fold, attachment, true);
  }
}

/** Notes that somebody has been in that field. */
export function leaveField(memory: CardMemory, target: EventTarget | null): void {
  if (!(target instanceof HTMLElement)) return;
  const { key } = target.dataset;
  const id = target.closest<HTMLElement>('[data-attachment]')?.dataset['attachment'];
  const row = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
  if (id !== undefined && key !== undefined) memory.leave(nameOf({ id, row, key }));
}

/** Whether somebody has been in the field of that path. */
export function wasLeft(memory: CardMemory, attachments: readonly AttachmentForm[], path: string): boolean {
  const [, at, ...key] = path.split('.');
  const attachment = attachments[Number(at)];
  return attachment !== undefined && wasLeftIn(memory, attachment, key.join('.'));
}

function wasLeftIn(memory: CardMemory, attachment: AttachmentForm, key: string): boolean {
  const field = fieldOf(memory, attachment, key);
  return memory.wasLeft(field.row ?? field.id, nameOf(field));
}

function keysOf(problems: readonly ProblemView[], at: number): readonly string[] {
  const start = pathOf({ at }, '');
  return problems.filter(({ path }) => path.startsWith(start)).map(({ path }) => path.slice(start.length));
}

/** By what lasts while cards and rows move. */
function fieldOf(memory: CardMemory, attachment: AttachmentForm, key: string): Field {
  const [list, at, part] = key.split('.');
  if (list !== 'fields' || part === undefined) return { id: attachment.id, row: undefined, key };
  return { id: attachment.id, row: memory.rowsOf(attachment)[Number(at)], key: part };
}

interface Field {
  readonly id: string;
  readonly row: string | undefined;
  readonly key: string;
}

function nameOf({ id, row, key }: Field): string {
  return [id, ...(row === undefined ? [] : [row]), key].join(' ');
}
