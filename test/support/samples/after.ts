import { ask } from '../ask';
import type { Prepared } from './sample';

/** Arguments with which ann has called another method a moment ago. */
export function after<const Args extends object>(call: string, args: Args): Prepared<Args> {
  return {
    prepare: async (server) => {
      const { status, body } = await ask(server, call, { as: 'ann', body: args });
      if (status !== 200) throw new Error(`${call} failed`, { cause: body });
      return args;
    },
  };
}
