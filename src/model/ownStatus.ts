import type { CallOptions, Client } from '../api/client';
import type { WireMe } from '../api/wirePeople';
import { optionalText, present } from './parse';

/** `offline` is invisible: others see nobody there. */
export const statuses = ['online', 'away', 'busy', 'offline'] as const;
export type Status = (typeof statuses)[number];

/** How the person in this account says to be doing. */
export interface OwnStatus {
  /** As chosen, whether or not any connection has gone away meanwhile; absent if the server does not tell. */
  readonly chosen?: Status;
  /** In a few words; often empty. */
  readonly message: string;
}

/** Most characters that the server keeps of the words. */
export const longestStatusMessage = 120;

export async function askOwnStatus(client: Client, options: CallOptions): Promise<OwnStatus> {
  return ownStatusFromWire(await client.session.me({}, options));
}

export function ownStatusFromWire(wire: WireMe): OwnStatus {
  const { statusDefault, statusText } = present(wire, 'an account');
  return {
    chosen: statuses.find((status) => status === statusDefault),
    message: optionalText(statusText) ?? '',
  };
}
