import type { WireStatus, WireUser } from '../api/wire';
import { firstText, optionalText, present, text } from './parse';

/** Somebody, as lists of people show them. */
export interface Person {
  readonly id: string;
  readonly username: string;
  /** The real name, or else the user name. */
  readonly name: string;
  readonly status?: WireStatus;
  readonly statusText?: string;
}

/** Throws `Malformed`. */
export function personFromWire(wire: WireUser): Person {
  const username = text(present(wire, 'a person').username, 'a person');
  return {
    id: text(wire._id, 'a person'),
    username,
    name: firstText([wire.name], username),
    status: statuses.find((status) => status === wire.status),
    statusText: optionalText(wire.statusText),
  };
}

const statuses: readonly WireStatus[] = ['online', 'away', 'busy', 'offline', 'disabled'];
