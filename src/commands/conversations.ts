import type { MessageId } from '../model/message';
import type { Place } from '../model/place';

export interface Opening {
  /** Shown in its place, and lit up for a moment. */
  readonly message?: MessageId;
  /** Where the focus goes; without it, it stays where it is. */
  readonly focus?: 'box' | 'messages';
  /** As the setting `rocketchat.openIn` says, unless it is said here. */
  readonly in?: 'sideBar' | 'editor';
}

/** Where rooms and threads are read and written. */
export interface Conversations {
  open(place: Place, opening?: Opening): Promise<void>;
  /** Whether a person can see it just now. */
  isShown(place: Place): boolean;
}
