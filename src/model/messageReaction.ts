import type { Message } from './message';
import { change } from './messageChange';
import type { Session } from './session';

/**
 * Reacts, or takes the person's own reaction of that name back; with or without colons. Shown at once; taken back on
 * refusal, whose `ApiError` passes.
 */
export function react(session: Session, message: Message, emoji: string): Promise<void> {
  const name = withColons(emoji);
  const { username } = session.account;
  // What was shown when the person clicked may be older than what is known.
  const now = session.messages.get(message.id) ?? message;
  const shouldReact = !hasReacted(now, name, username);
  return change(session, message, {
    patch: (shown) => ({ reactions: reactionsWith(shown, name, { username, shouldReact }) }),
    undo: (shown) => ({ reactions: reactionsWith(shown, name, { username, shouldReact: !shouldReact }) }),
    send: (chat, messageId, options) => chat.react({ messageId, emoji: name, shouldReact }, options),
  });
}

export function hasReacted({ reactions }: Message, name: string, username: string): boolean {
  return reactions[name]?.includes(username) === true;
}

interface Reacting {
  readonly username: string;
  readonly shouldReact: boolean;
}

function reactionsWith(
  { reactions }: Message,
  name: string,
  { username, shouldReact }: Reacting,
): Message['reactions'] {
  const others = (reactions[name] ?? []).filter((one) => one !== username);
  const people = shouldReact ? [...others, username] : others;
  const all = Object.entries({ ...reactions, [name]: people });
  return Object.fromEntries(all.filter(([, some]) => some.length > 0));
}

/** Messages name them so. */
function withColons(emoji: string): string {
  return `:${emoji.replace(/^:|:$/g, '')}:`;
}
