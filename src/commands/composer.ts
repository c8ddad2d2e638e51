import type { Composition } from '../model/composition';
import type { Message } from '../model/message';
import type { Place } from '../model/place';
import type { Session } from '../model/session';
import type { FileToSend } from '../model/uploads';

/** How a message begins. */
export interface ComposeStart {
  readonly place?: Place;
  readonly form?: Partial<Composition>;
  readonly files?: readonly FileToSend[];
}

/** Where messages with attachments are written. Throws `cancelled` once another account is in use. */
export interface Composer {
  /** With nothing said: an empty form, or the draft that was left. */
  compose(session: Session, start?: ComposeStart): Promise<void>;
  /** A message as JSON fills the form; false where the text is none. */
  paste(session: Session, text: string): Promise<boolean>;
  /** A message that was sent: its text and previews can be changed, its attachments are shown. */
  edit(session: Session, message: Message): Promise<void>;
}
