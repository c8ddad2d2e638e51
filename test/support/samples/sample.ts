import type { CallOptions, DownloadOptions, Methods } from '../../../src/api/client';
import type { StandIn } from '../../server/server';

/** A call that succeeds in the town. */
export type Sample<Args = unknown> = Caller & (Ready<Args> | Prepared<Args>);

interface Caller {
  /** Ann if absent, nobody if null. */
  readonly as?: 'root' | null;
  readonly options?: DownloadOptions;
}

interface Ready<Args> {
  readonly args: Args;
}

/** Where something must have happened before. */
export interface Prepared<Args> {
  /** Lets it happen, and knows what has come of it. */
  readonly prepare: (server: StandIn) => Promise<Args>;
}

/** One for each method of a group: a new method without one does not compile. */
export type SamplesOf<Group extends keyof Methods> = {
  readonly [Name in keyof Methods[Group]]: Methods[Group][Name] extends (
    args: infer Args,
    options?: CallOptions,
  ) => Promise<unknown>
    ? Sample<Args>
    : never;
};
