import type { MessagesView, PlaceView, Setup, ToPage } from '../../../../src/webview/protocol/conversation';
import type { MessageView } from '../../../../src/webview/protocol/message';
import { messagesView, messageViews, placeView, setup } from '../../makers/views';
import type { OpenedPage } from '../openPage';

/** Something that a page can show, and a person looks at. */
export interface Scene {
  readonly name: string;
  readonly says: readonly ToPage[];
  /** What is done to it then. */
  readonly act?: (opened: OpenedPage) => Promise<void>;
}

export interface SceneOptions {
  readonly setup?: Partial<Setup>;
  readonly place?: Partial<PlaceView>;
  readonly messages?: readonly MessageView[];
  readonly view?: Partial<MessagesView>;
  /** What a host says besides; to the room that is called like the scene. */
  readonly also?: (place: { readonly room: string }) => readonly ToPage[];
  readonly act?: Scene['act'];
}

/** In a room of its own: what was typed in another scene stays there. */
export function scene(name: string, options: SceneOptions = {}): Scene {
  const { place: over, messages = messageViews(6), view, also, act } = options;
  const place = { room: name };
  return {
    name,
    says: [
      { type: 'setup', setup: setup(options.setup) },
      { type: 'place', view: placeView({ place, ...over }) },
      { type: 'messages', view: messagesView(messages, { place, ...view }) },
      { type: 'draft', place, draft: { text: '' } },
      ...(also?.(place) ?? []),
    ],
    ...(act && { act }),
  };
}

export const longName = 'peak-season-load-test-of-the-warehouse-scheduler';
