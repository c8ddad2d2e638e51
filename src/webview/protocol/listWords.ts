/** What is said around messages. */
export interface ListWords {
  readonly newMessages: string;
}
