/** What a message says of itself. */
export interface MessageWords {
  readonly edited: string;
}
