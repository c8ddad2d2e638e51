import type { Disposable, Event } from '../base/event';
import type { Place } from '../model/place';
import type { Session } from '../model/session';
import type { FromPage, ToPage } from './protocol/conversation';

/** One page that is open, as the parts of its host side see it. */
export interface OpenPage {
  /** Ends with the page, or when another account comes into use: then the parts are made anew. */
  readonly session: Session;
  /** The room or thread in hand. */
  readonly place: Place | undefined;
  readonly onDidChangePlace: Event<Place | undefined>;
  /** Aborts when the page or its session ends. */
  readonly signal: AbortSignal;
  /** Does nothing while the page is hidden or loading. */
  tell(message: ToPage): void;
}

/** One concern of a page's host side. */
export interface Part extends Disposable {
  /** Tells the page all that it has to know now: it knows nothing yet, or the place has changed. */
  begin(): void;
  /** Whether the message was for this part. What fails is told to the person; nothing is thrown. */
  heed(message: FromPage): boolean;
}

export type MakePart = (page: OpenPage) => Part;
