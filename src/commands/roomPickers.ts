import type { Person } from '../model/person';
import type { Room, RoomId } from '../model/room';
import type { FoundChannel } from '../model/roomSearch';
import type { Session } from '../model/session';

/** A room, mine or not; the direct message with somebody; or what a link leads to. */
export type Destination =
  { readonly room: RoomId } | { readonly username: string } | { readonly link: string };

/** Ask for rooms and people; undefined when the person turns away. */
export interface RoomPickers {
  readonly anywhere: (session: Session) => Promise<Destination | undefined>;
  /** One that I am not in. */
  readonly channel: (session: Session) => Promise<FoundChannel | undefined>;
  /** User names; at least one. */
  readonly people: (session: Session) => Promise<readonly string[] | undefined>;
  readonly member: (session: Session, room: Room) => Promise<Person | undefined>;
}
