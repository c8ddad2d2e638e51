import type { MessageId } from './message';
import type { Session } from './session';

/** Resolves as soon as it is not being sent: it has arrived, waits, has failed, or its session has ended. */
export function whileSending(
  { sending, signal }: Pick<Session, 'sending' | 'signal'>,
  id: MessageId,
): Promise<void> {
  return new Promise((resolve) => {
    const heed = () => {
      if (!signal.aborted && sending.get(id)?.state === 'sending') return;
      listening.dispose();
      signal.removeEventListener('abort', heed);
      resolve();
    };
    const listening = sending.onDidChange(heed);
    signal.addEventListener('abort', heed);
    heed();
  });
}
