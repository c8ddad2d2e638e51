import type { Session } from '../model/session';
import type { SignedIn } from './roomsView';

/** What the Threads view says while it has no rows: a value for each of its welcome texts. */
export type ThreadsState = 'loading' | 'signedOut' | 'ready' | 'off' | 'empty' | 'offline' | 'refused';

export function threadsState(current: Pick<SignedIn, 'get' | 'signedOut'>): ThreadsState {
  const session = current.get();
  if (session) return stateOf(session);
  return current.signedOut() === undefined ? 'loading' : 'signedOut';
}

function stateOf({ threads, knownSettings, sync }: Session): ThreadsState {
  if (threads.all().length > 0) return 'ready';
  if (knownSettings?.allowsThreads === false) return 'off';
  if (sync.state === 'ready') return 'empty';
  if (sync.state !== 'failed') return 'loading';
  return sync.error?.failure.kind === 'offline' ? 'offline' : 'refused';
}
