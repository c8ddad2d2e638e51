import * as vscode from 'vscode';
import type { MessageId } from '../model/message';
import type { Place } from '../model/place';
import type { CurrentSession } from '../model/session';

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

/** The web client, for where nothing else shows a room. */
export function inBrowser(current: CurrentSession): Conversations {
  return {
    open: async ({ room, thread }, { message = thread } = {}) => {
      const session = current.get();
      const known = session?.rooms.get(room);
      if (!session || !known) return;
      const address = session.linkTo(known, message && session.messages.get(message));
      await vscode.env.openExternal(vscode.Uri.parse(address, true));
    },
    isShown: () => false,
  };
}
