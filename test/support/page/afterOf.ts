import type { After } from '../../../src/webview/page/answer/tellers';
import type { FakeClock } from '../fakeClock';

/** A page's timer on a clock that goes when told to. */
export function afterOf(clock: FakeClock): After {
  return (ms, run) => {
    const timer = clock.after(ms, run);
    return () => timer.dispose();
  };
}
