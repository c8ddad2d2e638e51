import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { CurrentSession, Session } from '../model/session';
import type { FocusState } from '../platform/focus';

/** Every session goes live as soon as it is there, also while no view shows it: badge and toasts want it. */
export function keepLive(sessions: CurrentSession, window: FocusState): Disposable {
  const lifetime = new Lifetime();
  let last: Session | undefined;
  const follow = (session: Session | undefined) => {
    if (session === last) return;
    last = session;
    session?.setFocused(window.isFocused());
    session?.live.begin();
  };
  lifetime.own(sessions.onDidChange(follow));
  lifetime.own(window.onDidChange((isFocused) => sessions.get()?.setFocused(isFocused)));
  follow(sessions.get());
  return lifetime;
}
