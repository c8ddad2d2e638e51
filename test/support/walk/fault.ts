import type { Trial } from './trial';

/** Something that goes wrong, and what a call must then do. */
export interface Fault {
  /** In the table of endpoints. */
  readonly mark: string;
  /** The promise, as the name of its test and in the legend. */
  readonly words: string;
  /** The server carries the call out: it is put into its first state before. */
  readonly acts?: boolean;
  /** Fails where the promise does not hold. */
  readonly check: (trial: Trial) => Promise<void>;
}
