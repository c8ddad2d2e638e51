import type { WireDate, WireUser } from './wire';

export interface WireInfo {
  /** Only `major.minor` for those not signed in. */
  readonly version: string;
  /** The full version, with `view-statistics` only. */
  readonly info?: { readonly version: string };
  /** The oldest apps that it serves, by platform. */
  readonly minimumClientVersions?: Readonly<Record<string, string>>;
}

export interface WireSetting {
  readonly _id: string;
  readonly value: unknown;
  /** Needs a licence; without one `invalidValue` is what counts. */
  readonly enterprise?: boolean;
  readonly invalidValue?: unknown;
  readonly modules?: readonly string[];
}

/** What may be done, by those who have one of the roles. */
export interface WirePermission {
  /** `pin-message` */
  readonly _id: string;
  readonly roles: readonly string[];
}

/** A button of the server's login page. */
export interface WireLoginService {
  readonly service?: string;
  readonly name?: string;
  readonly _id?: string;
  readonly buttonLabelText?: string;
  readonly custom?: boolean;
}

/** A slash command. */
export interface WireCommand {
  /** Without the slash. */
  readonly command: string;
  /** What follows it, a text or a key of the server's translations; the same for `description`. */
  readonly params?: string;
  readonly description?: string;
  /** Clients run it themselves where they can; the server lists only what it knows how to run. */
  readonly clientOnly?: boolean;
  readonly providesPreview?: boolean;
}

/** An emoji of the workspace; its picture is `/emoji-custom/<name>.<extension>`. */
export interface WireEmoji {
  readonly _id: string;
  /** Without colons. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly extension: string;
  readonly etag?: string;
  readonly _updatedAt: WireDate;
}

/** Somebody in the directory. */
export interface WireDirectoryUser extends WireUser {
  readonly createdAt?: WireDate;
  /** For administrators. */
  readonly emails?: readonly { readonly address: string; readonly verified: boolean }[];
}

/** A channel in the directory, or the main room of a team. */
export interface WireDirectoryRoom {
  readonly _id: string;
  readonly name: string;
  readonly fname?: string;
  readonly t?: string;
  readonly ts?: WireDate;
  readonly topic?: string;
  readonly usersCount?: number;
  readonly default?: boolean;
  readonly teamId?: string;
  readonly teamMain?: boolean;
  /** Rooms of the team. */
  readonly roomsCount?: number;
}
