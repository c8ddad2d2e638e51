import type { StandIn } from '../../server/server';
import { roomId, userId } from '../../server/data/demo/ids';
import type { Message, Room, User } from '../../server/world/documents';
import { deleteChecked } from '../../server/world/deletion';
import { editChecked } from '../../server/world/editing';
import { pinChecked } from '../../server/world/marks';
import { inviteTo, kickFrom } from '../../server/world/membership';
import { post } from '../../server/world/posting';
import { react } from '../../server/world/reactions';

/** Somebody else of the demo team, and what they do while a person looks on. */
export class Teammate {
  constructor(
    private readonly server: StandIn,
    private readonly username: string,
  ) {}

  /** Rooms by the keys of the demo's script. */
  says(room: string, msg: string): Message {
    return this.post(this.room(roomId(room)), { msg });
  }

  answers({ _id, rid }: Message, msg: string): Message {
    return this.post(this.room(rid), { msg, tmid: _id });
  }

  edits(message: Message, text: string): void {
    editChecked(this.world, { message, user: this.user, edit: { text } });
  }

  deletes(message: Message): void {
    deleteChecked(this.world, message, this.user);
  }

  reactsTo(message: Message, emoji: string): void {
    react(this.world, { message, user: this.user, emoji });
  }

  pins(message: Message): void {
    pinChecked(this.world, message, this.user);
  }

  letsIn(username: string, room: string): void {
    inviteTo(this.world, this.room(roomId(room)), this.someone(username), this.user);
  }

  sendsAway(username: string, room: string): void {
    kickFrom(this.world, this.room(roomId(room)), this.someone(username), this.user);
  }

  private get world() {
    return this.server.world;
  }

  private get user(): User {
    return this.someone(this.username);
  }

  private post(room: Room, draft: Partial<Message>): Message {
    return found(post(this.world, { author: this.user, room, draft }), 'message');
  }

  private someone(username: string): User {
    return found(this.world.users.byId(userId(username)), username);
  }

  private room(id: string): Room {
    return found(this.world.rooms.byId(id), id);
  }
}

function found<T>(thing: T | undefined, name: string): T {
  if (thing === undefined) throw new Error(`There is no ${name}.`);
  return thing;
}
