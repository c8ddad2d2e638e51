import type { Clock } from '../../base/clock';
import type { Disposable } from '../../base/event';

/**
 * Ends after `ms`, as a timer does. Timers run before sockets are read: where the host was too busy to be in time, the
 * answer may have come, so that it gets one more moment.
 */
export function patience(clock: Clock, ms: number, ended: () => void): Disposable {
  const due = clock.now() + ms;
  let timer = clock.after(ms, () => {
    if (clock.now() - due < lateMs) ended();
    else timer = clock.after(momentMs, ended);
  });
  return { dispose: () => timer.dispose() };
}

const lateMs = 20;
const momentMs = 1000;
