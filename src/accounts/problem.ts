/** What is wrong with an answer, in a sentence to be shown beside it. */
export class Problem extends Error {
  override readonly name = 'Problem';
}
