import { get, type Nothing } from '../endpoint';
import type { WireInfo } from '../wireServer';

/** The server itself. */
export const server = {
  /**
   * Which release the server is. Asked without a token, outside `/api/v1` and not limited: a server is known
   * by it.
   *
   * @returns the release as `major.minor`: whoever is not signed in gets no more
   * @throws `protocol`: what answers is no Rocket.Chat
   * @since before 4.0 (below `/api/v1` until 4.0)
   * @see `/api/info`, RocketChat/Rocket.Chat apps/meteor/server/api/lib/getServerInfo.ts
   */
  info: get<Nothing, WireInfo>('info', { isAnonymous: true, isUnversioned: true }),
} as const;
