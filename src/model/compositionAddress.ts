import type { ProblemKind } from './composition';

/** What is wrong with an address. */
export interface AddressFault {
  readonly kind: Extract<ProblemKind, 'notAnAddress' | 'wrongScheme'>;
  readonly detail?: string;
}

/** What the server, or any client, would refuse: all but the web, and files of the server. */
export function addressFault(typed: string): AddressFault | undefined {
  const address = typed.trim();
  const path = /^(?:\/[\w.~-]+)*\/file-upload\/\S+$/;
  return path.test(address) || isWeb(address) ? undefined : faultOf(address);
}

/** A picture of an author may be any path of the server. */
export function avatarFault(typed: string): AddressFault | undefined {
  return /^\/[^/\s]\S*$|^[^/:\s]+\/[^/\s]\S*$/.test(typed.trim()) ? undefined : addressFault(typed);
}

function isWeb(address: string): boolean {
  return /^https?:\/\/[^/\s]\S*$/i.test(address) && URL.canParse(address);
}

/** A port is no scheme: `localhost:3000`. */
function faultOf(address: string): AddressFault {
  const scheme = /^([a-z][a-z0-9+-]*):(?!\d)/i.exec(address)?.[1]?.toLowerCase();
  const isOther = scheme !== undefined && scheme !== 'http' && scheme !== 'https';
  return isOther ? { kind: 'wrongScheme', detail: scheme } : { kind: 'notAnAddress' };
}
