import type { Clock } from './clock';

/** Waits `ms` milliseconds; rejects with the signal's reason as soon as that fires, listening no more. */
export async function sleep(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  await new Promise<void>((resolve) => {
    const end = () => {
      timer.dispose();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = clock.after(ms, end);
    signal.addEventListener('abort', end);
  });
  signal.throwIfAborted();
}
