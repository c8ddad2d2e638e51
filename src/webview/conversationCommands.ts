import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { command } from '../platform/command';
import type { Conversations } from './conversations';

/** Where conversations are, from the palette and by keys. */
export function registerConversations(
  conversations: Pick<Conversations, 'focus' | 'openInEditor'>,
): Disposable {
  const lifetime = new Lifetime();
  lifetime.own(command('rocketchat.focusConversation', () => conversations.focus()));
  lifetime.own(command('rocketchat.openInEditor', () => conversations.openInEditor()));
  return lifetime;
}
