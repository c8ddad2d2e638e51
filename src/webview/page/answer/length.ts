import type { AnswerWords } from '../../protocol/answerWords';
import { counted } from '../shared/fill';

/** How much of the limit is left when the count begins. */
const near = 0.1;
const nearMost = 200;

type Counts = Pick<AnswerWords, 'leftOne' | 'leftMany' | 'overOne' | 'overMany'>;

/** How many characters are left or too many; empty while the limit is far. */
export function lengthText(length: number, maxLength: number, words: Counts): string {
  const left = maxLength - length;
  if (left < 0) return counted(-left, { one: words.overOne, many: words.overMany });
  if (left > Math.min(nearMost, maxLength * near)) return '';
  return counted(left, { one: words.leftOne, many: words.leftMany });
}
