import { meteorError } from '../failures';
import type { SessionParts } from '../routes/users/session';
import { messageMethods } from './messages';
import type { Caller, Method } from './method';
import { peopleMethods } from './people';
import { sessionMethods } from './session';

export type CallMethod = (caller: Caller, name: string, params: readonly unknown[]) => unknown;

/** Calls a method by its name, as sockets and `method.call` do alike. */
export function methodsOf(parts: SessionParts): CallMethod {
  const known = new Map<string, Method>(
    Object.entries({ ...sessionMethods(parts), ...messageMethods, ...peopleMethods }),
  );
  return (caller, name, params) => {
    const method = known.get(name);
    if (!method) throw meteorError('404', `Method '${name}' not found`);
    return method(caller, params);
  };
}
