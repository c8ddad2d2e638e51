/** What the answer box says. Of what is counted, one sentence for one and one for several. */
export interface AnswerWords {
  readonly send: string;
  /** Why it cannot be sent. */
  readonly nothingToSend: string;
  readonly sendTooLong: string;
  readonly attach: string;
  readonly attachHint: string;
  readonly attachOff: string;
  /** While what was sent waits for its files. */
  readonly attaching: string;
  readonly insertSelection: string;
  readonly insertEmoji: string;
  readonly compose: string;
  readonly composeHint: string;
  readonly editing: string;
  readonly cancelEditing: string;
  readonly cancel: string;
  /** {0}: author. */
  readonly quoteOf: string;
  readonly removeQuote: string;
  /** {0}: file. */
  readonly removeFile: string;
  readonly cancelUpload: string;
  readonly uploading: string;
  readonly uploadFailed: string;
  readonly retry: string;
  readonly files: string;
  /** {0}: file, {1}: how large it may be. */
  readonly fileTooLarge: string;
  readonly fileUnreadable: string;
  /** How many characters may still be written, or are too many. */
  readonly leftOne: string;
  readonly leftMany: string;
  readonly overOne: string;
  readonly overMany: string;
  readonly holdShift: string;
  readonly dropFiles: string;
  readonly dropText: string;
  readonly suggestions: string;
}
