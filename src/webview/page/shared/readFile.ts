import type { AnswerWords } from '../../protocol/answerWords';
import { fileBytes } from './fileBytes';
import { fill } from './fill';
import { sizeText } from './size';

export interface FileLimits {
  readonly words: Pick<AnswerWords, 'attachOff' | 'fileTooLarge' | 'fileUnreadable'>;
  readonly locale: string;
  readonly mayAttach: boolean;
  /** In bytes: larger ones are not even read. */
  readonly maxSize?: number | undefined;
}

/** What is in it, or one sentence that says why it cannot be attached. */
export async function readFile(file: File, limits: FileLimits): Promise<Uint8Array | string> {
  return refusalOf(file, limits) ?? (await fileBytes(file)) ?? fill(limits.words.fileUnreadable, file.name);
}

function refusalOf({ name, size }: File, limits: FileLimits): string | undefined {
  const { words, locale, mayAttach, maxSize } = limits;
  if (!mayAttach) return words.attachOff;
  if (maxSize === undefined || size <= maxSize) return undefined;
  return fill(words.fileTooLarge, name, sizeText(maxSize, locale));
}
