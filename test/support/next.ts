import type { LinkState, Realtime } from '../../src/api/realtime/realtime';
import type { Event } from '../../src/base/event';

/** The next value that an event brings. */
export function next<T>(event: Event<T>): Promise<T> {
  return new Promise((resolve) => {
    const hearing = event((value) => {
      hearing.dispose();
      resolve(value);
    });
  });
}

/** The state of this name, once it is the connection's. */
export async function untilState(realtime: Realtime, state: LinkState['state']): Promise<LinkState> {
  while (realtime.state.state !== state) await next(realtime.onDidChangeState);
  return realtime.state;
}
