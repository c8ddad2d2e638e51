import type { Session } from '../model/session';
import type { ComposeDraft } from './composeDraft';
import type { FromCompose, ToCompose } from './protocol/compose';

/** One composer that is open, while its account is in use, as the parts of its host side see it. */
export interface OpenComposer {
  /** Ends with the page, or when another account comes into use: then the parts are made anew. */
  readonly session: Session;
  readonly draft: ComposeDraft;
  /** Aborts when the page or its session ends. */
  readonly signal: AbortSignal;
  /** Does nothing while the page is hidden or loading. */
  tell(message: ToCompose): void;
  /** Tells it all anew. */
  begin(): void;
  name(title: string, icon: string): void;
  /** Closes its tab. */
  close(): void;
}

/** One concern of a composer's host side. */
export interface ComposePart {
  /** Tells the page all that it has to know now: it knows nothing yet, or much has changed. */
  begin(): void;
  /** Whether the message was for this part. What fails is told to the person; nothing is thrown. */
  heed(message: FromCompose): boolean;
  dispose(): void;
}

export type MakeComposePart = (composer: OpenComposer) => ComposePart;
