import { type Rejection, meteorError } from '../failures';
import type { JsonObject } from '../route';
import type { User } from '../world/documents';
import type { World } from '../world/world';

/** Who calls a method, over a socket or over REST. */
export interface Caller {
  readonly world: World;
  readonly user: User | undefined;
  readonly token: string | undefined;
  readonly header: (name: string) => string | undefined;
  readonly address: string;
  /** Absent for a call over REST. */
  readonly connection?: Connected;
}

/** The socket that a call has come by. */
interface Connected {
  /** The person is there by this one, or idle. */
  appear(presence: 'online' | 'away'): void;
}

export type SignedCaller = Caller & { readonly user: User };

/** Answers what the method answers, with dates as in the documents; refuses by throwing `Rejection`. */
export type Method = (caller: Caller, params: readonly unknown[]) => unknown;

/** Methods that nobody may call who is not signed in. */
export function signedIn(
  method: string,
  run: (caller: SignedCaller, params: readonly unknown[]) => unknown,
): Method {
  return (caller, params) => {
    const { user } = caller;
    if (!user) throw meteorError('error-invalid-user', 'Invalid user', { method });
    return run({ ...caller, user }, params);
  };
}

/** An error as the real-time protocol sends it. */
export function errorFrame({ body }: Rejection): JsonObject {
  const { details } = body;
  const [reason, code] = reasonAndCode(body);
  return {
    isClientSafe: true,
    error: code,
    ...(reason !== undefined && { reason }),
    message: reason === undefined ? `[${code}]` : `${reason} [${code}]`,
    errorType: 'Meteor.Error',
    ...(details !== undefined && { details }),
  };
}

/** A sign-in says them apart, all others in one text; without a code it is a fault of the server's. */
function reasonAndCode({ error, message }: JsonObject): [string | undefined, string | number] {
  if (typeof message === 'string') return signInFailure(error, message);
  const [, reason, code] = /^(?:([^]*) )?\[([^\]]+)\]$/.exec(String(error)) ?? [];
  if (code === undefined) return ['Internal server error', 500];
  // The protocol's own errors have numbers.
  return [reason, /^\d+$/.test(code) ? Number(code) : code];
}

function signInFailure(error: unknown, message: string): [string, string | number] {
  if (error === 'Unauthorized') return ['User not found', 403];
  return [message, typeof error === 'number' ? error : String(error)];
}

/** What a parameter of the wrong shape is told. */
export function noMatch(): Rejection {
  return meteorError('400', 'Match failed');
}
