import type { Event } from '../base/event';
import type { Setup, ToPage } from './protocol/conversation';

/** What a page stands in: the view in the side bar, or a tab of the editor. */
export interface Surface<Message = ToPage> {
  readonly home: Setup['home'];
  /** What is hidden has no page: it comes anew, and says so, when it is seen again. */
  readonly isVisible: boolean;
  readonly onDidChangeVisibility: Event<void>;
  /** Whatever a page says, unchecked. */
  readonly onDidReceive: Event<unknown>;
  post(message: Message): void;
  /** Where it has a name of its own, as a tab has. */
  name(title: string, icon: string): void;
}
