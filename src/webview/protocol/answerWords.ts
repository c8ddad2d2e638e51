/** What the answer box says. */
export interface AnswerWords {
  readonly send: string;
}
