import type { Credentials } from './client';
import { segment } from './path';

/** Whose picture: a person's by one of two names, a room's, or the initials of a text. */
export type AvatarOf =
  | {
      /** The user name, without `@`. */
      readonly username: string;
    }
  | {
      /** The person's id. Newer servers only (unconfirmed since when). */
      readonly userId: string;
    }
  | {
      /** The room's id. */
      readonly roomId: string;
    }
  | {
      /** A name of a channel or group, drawn as its first letter. */
      readonly initialsOf: string;
    };

export type Avatar = AvatarOf & {
  /** Width and height in pixels, 16 to 1024; others are not heeded. */
  readonly size?: number;
  /** Of the drawn letter: SVG by default. */
  readonly format?: 'png' | 'jpg' | 'jpeg';
  /**
   * `avatarETag` of the user or room: with another one a new picture is asked for, whatever a cache holds.
   */
  readonly etag?: string;
};

/** Undefined for a name that is no part of a path. */
export function avatarPath(avatar: Avatar): string | undefined {
  const { size, format, etag } = avatar;
  const place = placeOf(avatar);
  const query = new URLSearchParams(
    Object.entries({ size, format, etag }).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, String(value)]],
    ),
  );
  return place === undefined ? undefined : `/avatar/${place}${query.size > 0 ? `?${query.toString()}` : ''}`;
}

function placeOf(avatar: AvatarOf): string | undefined {
  if ('username' in avatar) return segment(avatar.username);
  if ('userId' in avatar) return under('uid/', avatar.userId);
  if ('roomId' in avatar) return under('room/', avatar.roomId);
  return under('@', avatar.initialsOf);
}

function under(folder: string, name: string): string | undefined {
  const part = segment(name);
  return part && folder + part;
}

/**
 * Avatars heed a cookie or the address, never our headers; an address is no place for a token. Browsers leave
 * the cookie out: there only pictures that need no sign-in come.
 */
export function avatarHeaders(credentials: Credentials | undefined): Record<string, string> {
  if (!credentials) return {};
  const { userId, authToken } = credentials;
  return { cookie: `rc_uid=${encodeURIComponent(userId)}; rc_token=${encodeURIComponent(authToken)}` };
}
